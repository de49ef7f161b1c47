/// The functions that scripts for Glue define for themselves, as Glue has no transforms of its own for them.
enum GlueFunctions {
  private static let frames = "from awsglue.dynamicframe import DynamicFrame"
  private static let collections = "from awsglue.dynamicframe import DynamicFrameCollection"

  static let all = [
    ScriptFunction(
      name: "sparkSqlQuery", imports: [frames],
      code: #"""
        def sparkSqlQuery(glueContext, query, mapping, transformation_ctx) -> DynamicFrame:
            for alias, frame in mapping.items():
                frame.toDF().createOrReplaceTempView(alias)
            return DynamicFrame.fromDF(spark.sql(query), glueContext, transformation_ctx)
        """#),
    ScriptFunction(
      name: "sparkUnion", imports: [frames],
      code: #"""
        def sparkUnion(glueContext, unionType, first, second, transformation_ctx) -> DynamicFrame:
            result = first.toDF().union(second.toDF())
            if unionType == "DISTINCT":
                result = result.distinct()
            return DynamicFrame.fromDF(result, glueContext, transformation_ctx)
        """#),
    ScriptFunction(
      name: "sparkAggregate", imports: [frames, "from pyspark.sql import functions as SqlFuncs"],
      code: #"""
        def sparkAggregate(glueContext, parentFrame, groups, aggs, transformation_ctx) -> DynamicFrame:
            values = [getattr(SqlFuncs, function)(column) for column, function in aggs]
            result = parentFrame.toDF().groupBy(*groups).agg(*values)
            return DynamicFrame.fromDF(result, glueContext, transformation_ctx)
        """#),
    ScriptFunction(
      name: "sparkJoin", imports: [frames],
      code: #"""
        def sparkJoin(glueContext, frame1, frame2, keys1, keys2, how, transformation_ctx) -> DynamicFrame:
            left, right = frame1.toDF(), frame2.toDF()
            condition = [left[key1] == right[key2] for key1, key2 in zip(keys1, keys2)]
            return DynamicFrame.fromDF(left.join(right, condition, how), glueContext, transformation_ctx)
        """#),
    ScriptFunction(
      name: "dropNulls", imports: ["from pyspark.sql import functions as SqlFuncs"],
      code: #"""
        def dropNulls(frame, nullStrings, nullIntegers, transformation_ctx):
            data = frame.toDF()
            dropped = []
            for name, kind in data.dtypes:
                column = SqlFuncs.col("`" + name + "`")
                if kind == "string":
                    column = SqlFuncs.when(~SqlFuncs.trim(column).isin(nullStrings), column)
                elif kind in ("int", "bigint", "double"):
                    column = SqlFuncs.when(~column.isin(nullIntegers), column)
                if data.where(column.isNotNull()).isEmpty():
                    dropped.append("`" + name + "`")
            return DropFields.apply(frame=frame, paths=dropped, transformation_ctx=transformation_ctx)
        """#),
    ScriptFunction(
      name: "route", imports: [collections],
      code: #"""
        def route(glueContext, frame, groups) -> DynamicFrameCollection:
            frames = {name: Filter.apply(frame=frame, f=condition) for name, condition in groups.items()}
            return DynamicFrameCollection(frames, glueContext)
        """#),
  ]
}
