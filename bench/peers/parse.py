import json
import statistics
import sys
import time

from memory_meter import MemoryMeter
from read_ratings import read_ratings

memory = MemoryMeter()
ratings = read_ratings(sys.argv[1])
measured = memory.read(len(ratings))
times = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    read_ratings(sys.argv[1])
    times.append(time.perf_counter() - start)
seconds = statistics.median(times)

answer = {
    "count": len(ratings),
    "sum": float(ratings.rating.sum()),
    "users": int(ratings.userId.nunique()),
    "items": int(ratings.movieId.nunique()),
}
print(json.dumps({"seconds": seconds, **measured, "answer": answer}))
