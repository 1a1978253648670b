import json
import sys
import time

from memory_meter import MemoryMeter
from read_ratings import read_ratings

memory = MemoryMeter()
start = time.perf_counter()
ratings = read_ratings(sys.argv[1])
seconds = time.perf_counter() - start
measured = memory.read(len(ratings))

answer = {
    "count": len(ratings),
    "sum": float(ratings.rating.sum()),
    "users": int(ratings.userId.nunique()),
    "items": int(ratings.movieId.nunique()),
}
print(json.dumps({"seconds": seconds, **measured, "answer": answer}))
