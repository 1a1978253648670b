"""The golden figure of real-server.test.ts: the training error of PySpark's ALS on ml-latest-small.

    pip install pyspark[connect]==4.3.0
    SPARK_REMOTE=sc://127.0.0.1:15002 python als_rmse.py RATINGS_CSV

Rank 10, 10 iterations, regParam .1, seed 42; it printed 0.5920686123122388 on Spark 4.3.0, Java 17.
"""

import os
import sys

from pyspark.ml.evaluation import RegressionEvaluator
from pyspark.ml.recommendation import ALS
from pyspark.sql import SparkSession

spark = SparkSession.builder.remote(os.environ["SPARK_REMOTE"]).getOrCreate()
ratings = spark.read.csv(
    os.path.abspath(sys.argv[1]), header=True, schema="userId INT, movieId INT, rating DOUBLE, timestamp BIGINT"
)
als = ALS(rank=10, maxIter=10, regParam=0.1, seed=42, userCol="userId", itemCol="movieId", ratingCol="rating")
model = als.setColdStartStrategy("drop").fit(ratings)
rmse = RegressionEvaluator(metricName="rmse", labelCol="rating", predictionCol="prediction")
print(rmse.evaluate(model.transform(ratings)))
