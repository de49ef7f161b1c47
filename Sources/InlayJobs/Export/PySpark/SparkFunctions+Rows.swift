extension SparkFunctions {
  static let joins = [
    ScriptFunction(
      name: "join",
      imports: ["from functools import reduce", "import operator"],
      code: #"""
        def join(first, second, how, on, dot_first=False):
            """Joins by pairs of columns. Columns are told apart by position, as both tables may share names.

            With dot_first a name that both have gets a dot before it in the first table.
            """
            first_names, second_names = first.columns, second.columns
            left = first.toDF(*[f"first_{index}" for index in range(len(first_names))])
            right = second.toDF(*[f"second_{index}" for index in range(len(second_names))])
            pairs = [(first_names.index(a), second_names.index(b)) for a, b in on]
            keys = [F.col(f"first_{a}") == F.col(f"second_{b}") for a, b in pairs]
            if dot_first:
                first_names = ["." + name if name in second_names else name for name in first_names]
            if how in ("left_semi", "left_anti"):
                second_names = []
            return left.join(right, reduce(operator.and_, keys), how).toDF(*first_names, *second_names)
        """#),
    ScriptFunction(
      name: "equijoin", needs: ["join"],
      code: #"""
        def equijoin(first, second, on):
            """Joins as Glue's own Join does: both keys stay, and shared names get a dot in the first table."""
            return join(first, second, "inner", on, dot_first=True)
        """#),
    ScriptFunction(
      name: "merge", needs: ["join"],
      code: #"""
        def merge(source, staging, keys):
            """Replaces rows of the source by those of the staging table that have the same keys."""
            unchanged = join(source, staging, "left_anti", [(key, key) for key in keys])
            return unchanged.unionByName(staging, allowMissingColumns=True)
        """#),
  ]

  static let rows = [
    ScriptFunction(
      name: "constant", imports: ["import re", "from pyspark.sql import types as T"],
      code: #"""
        def constant(text, frame, column):
            """A constant of the job as what it is compared with needs it."""
            kind = frame.select(column).schema[0].dataType
            if isinstance(kind, T.StringType):
                return F.lit(text)
            is_word = isinstance(kind, T.BooleanType) and text.lower() in ("true", "false")
            if isinstance(kind, (T.NumericType, T.BooleanType)) and not is_word:
                # What 64 bits do not hold is a double, as it is to the job.
                is_long = re.fullmatch(r"[+-]?\d+", text) and -(2**63) <= int(text) < 2**63
                return F.lit(int(text) if is_long else float(text))
            return F.lit(text).cast(kind)
        """#),
    ScriptFunction(
      name: "route", imports: ["from functools import reduce", "import operator"],
      code: #"""
        def route(frame, conditions):
            """A table for each condition, and one for the rows that meet none."""
            others = ~reduce(operator.or_, conditions)
            return [frame.filter(condition) for condition in [*conditions, others]]
        """#),
    ScriptFunction(
      name: "remove_null_rows",
      imports: ["from functools import reduce", "import operator", "from pyspark.sql import types as T"],
      code: #"""
        def remove_null_rows(frame, extended=False):
            """Drops the rows whose values are all null, or with extended also those that are empty texts."""
            names = frame.columns
            plain = frame.toDF(*[f"column_{index}" for index in range(len(names))])
            values = []
            for field in plain.schema:
                value = F.col(field.name)
                if extended and isinstance(field.dataType, T.StringType):
                    values.append(F.coalesce(value != "", F.lit(False)))
                else:
                    values.append(value.isNotNull())
            return plain.filter(reduce(operator.or_, values)).toDF(*names)
        """#),
    ScriptFunction(
      name: "spigot", needs: ["location"],
      code: #"""
        def spigot(frame, path, topk=None, prob=None):
            """Writes a sample of the rows as JSON, and passes all of them on."""
            sample = frame if prob is None else frame.sample(prob)
            sample = sample if topk is None else sample.limit(topk)
            sample.write.mode(arguments.mode).json(location(path))
            return frame
        """#),
  ]

  static let foreign = [
    ScriptFunction(
      name: "sql",
      code: #"""
        def sql(query, views):
            """Runs SQL over tables under names; names in SQL match however their letters are cased."""
            for name, frame in views.items():
                frame.createOrReplaceTempView(name)
            spark.conf.set("spark.sql.caseSensitive", "false")
            try:
                return spark.sql(query)
            finally:
                spark.conf.set("spark.sql.caseSensitive", "true")
        """#),
    ScriptFunction(
      name: "DynamicFrame",
      code: #"""
        class DynamicFrame:
            """What the job's own code sees of a table, in the place of Glue's class of this name."""

            def __init__(self, frame, glue_ctx=None, name=""):
                self.frame, self.glue_ctx, self.name = frame, glue_ctx, name

            @classmethod
            def fromDF(cls, dataframe, glue_ctx, name):
                return cls(dataframe, glue_ctx, name)

            def toDF(self):
                return self.frame
        """#),
    ScriptFunction(
      name: "DynamicFrameCollection", needs: ["DynamicFrame"],
      code: #"""
        class DynamicFrameCollection:
            """What the job's own code sees of several tables, in the place of Glue's class of this name."""

            def __init__(self, dynamic_frames, glue_ctx=None):
                self.frames, self.glue_ctx = dict(dynamic_frames), glue_ctx

            def keys(self):
                return self.frames.keys()

            def values(self):
                return self.frames.values()

            def select(self, key, transformation_ctx=""):
                return self.frames[key]
        """#),
    ScriptFunction(
      name: "run_code", needs: ["DynamicFrameCollection"], imports: ["from types import SimpleNamespace"],
      code: #"""
        def run_code(function, frames):
            """Runs the job's own code over tables by name; returns the tables that it gives."""
            context = SimpleNamespace(spark_session=spark)
            given = {name: DynamicFrame(frame, context, name) for name, frame in frames.items()}
            result = function(context, DynamicFrameCollection(given, context))
            return [frame.toDF() for frame in result.values()]
        """#),
  ]

  static let targets = [
    ScriptFunction(
      name: "json_texts", imports: ["from pyspark.sql import types as T"],
      code: #"""
        def json_texts(frame):
            """Makes JSON of structures, lists and maps, which CSV has no other form for."""
            for field in frame.schema:
                if isinstance(field.dataType, (T.StructType, T.ArrayType, T.MapType)):
                    value = F.col("`" + field.name.replace("`", "``") + "`")
                    frame = frame.withColumn(field.name, F.to_json(value, {"ignoreNullFields": "false"}))
            return frame
        """#),
    ScriptFunction(
      name: "write", needs: ["location"],
      code: #"""
        def write(frame, path, form, compression=None, partition_by=(), files=None):
            """Writes a table into a folder."""
            if files:
                frame = frame.coalesce(1) if files == 1 else frame.repartition(files)
            writer = frame.write.mode(arguments.mode).format(form)
            if compression:
                writer = writer.option("compression", compression)
            if form == "csv":
                # Without these Spark takes the blanks at the ends of texts away.
                for blanks in ("ignoreLeadingWhiteSpace", "ignoreTrailingWhiteSpace"):
                    writer = writer.option(blanks, False)
                writer = writer.option("header", True).option("escape", '"')
            if partition_by:
                writer = writer.partitionBy(*partition_by)
            writer.save(location(path))
        """#),
  ]
}
