extension SparkFunctions {
  static let places = [
    ScriptFunction(
      name: "location", imports: ["import re"],
      code: #"""
        def location(path):
            """Where a location of the job lies: the longest --map prefix says it, else it stands for itself."""
            path = re.sub("^s3[an]://", "s3://", path)
            for prefix, folder in sorted(arguments.map, key=lambda entry: -len(entry[0])):
                prefix = re.sub("^s3[an]://", "s3://", prefix)
                if path == prefix or path + "/" == prefix:
                    return folder
                if path.startswith(prefix.rstrip("/") + "/"):
                    rest = path[len(prefix) :].lstrip("/")
                    return folder + rest if folder.endswith("/") else folder + "/" + rest
            return path
        """#)
  ]

  static let sources = [
    ScriptFunction(
      name: "excluded", imports: ["import re"],
      code: #"""
        def excluded(pattern):
            """A pattern of Glue for files that are not read, as a regular expression."""
            parts = re.findall(r"\\.|\*\*|\[[^\]]*\]|[\s\S]", pattern)
            words = {"**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")"}
            depth, result = 0, ""
            for part in parts:
                depth += {"{": 1, "}": -1}.get(part, 0)
                if len(part) > 1 and part[0] == "[":
                    result += "[^" + part[2:] if part[1] == "!" else part
                elif part == "," and depth:
                    result += "|"
                else:
                    result += words.get(part) or re.escape(part[1:] if part[0] == "\\" and part[1:] else part)
            return re.compile(result, re.DOTALL)
        """#),
    ScriptFunction(
      name: "files_at", needs: ["location", "excluded"], imports: ["import re"],
      code: #"""
        def files_at(paths, recurse=False, exclusions=()):
            """The files at some locations, as the job lists them: hidden ones and exclusions are left out."""
            patterns = [excluded(pattern) for pattern in exclusions]
            configuration = spark.sparkContext._jsc.hadoopConfiguration()
            files = []
            for path in paths:
                root = spark._jvm.org.apache.hadoop.fs.Path(location(path))
                system = root.getFileSystem(configuration)
                folder = system.getFileStatus(root).getPath().toUri().getPath().rstrip("/") + "/"
                listing = system.listFiles(root, recurse)
                while listing.hasNext():
                    file = listing.next().getPath()
                    inner = file.toUri().getPath()
                    inner = inner[len(folder) :] if inner.startswith(folder) else file.getName()
                    hidden = re.search(r"(^|/)(\.|_(?![^/]*=))", inner)
                    names = [inner, path.rstrip("/") + "/" + inner, path]
                    if not hidden and not any(p.fullmatch(n) for p in patterns for n in names):
                        files.append(file.toString())
            if not files:
                raise FileNotFoundError(f"There is no file to read at {', '.join(paths)}")
            return sorted(files)
        """#),
    ScriptFunction(
      name: "read_csv", needs: ["files_at"],
      code: #"""
        def read_csv(paths, header=True, separator=",", quote='"', escape=None, skip_first=False, **listing):
            """Reads CSV as the job does: every column is a string, and an empty field an empty string."""
            frame = (
                spark.read.option("header", header or skip_first)
                .option("sep", separator)
                .option("quote", quote or "")
                .option("escape", escape or quote or "\0")
                .option("multiLine", True)
                .option("encoding", "UTF-8")
                .option("mode", "FAILFAST")
                .csv(files_at(paths, **listing))
            )
            names = frame.columns if header else [f"col{index}" for index in range(len(frame.columns))]
            # Spark reads an empty field as null. Without an otherwise() the columns may be null to other readers.
            plain = frame.toDF(*[f"column_{index}" for index in range(len(names))])
            fields = [F.col(name) for name in plain.columns]
            texts = [F.when(field.isNull(), "").when(field.isNotNull(), field) for field in fields]
            return plain.select(*texts).toDF(*names)
        """#),
    ScriptFunction(
      name: "read_json", needs: ["files_at"],
      code: #"""
        def read_json(paths, multiline=False, records=None, **listing):
            """Reads JSON: an object a line, a whole document a file, or the records at a path in each document."""
            files = files_at(paths, **listing)
            if records is None:
                return spark.read.option("multiLine", multiline).json(files)
            documents = spark.read.text(files, wholetext=True)
            texts = F.from_json(F.get_json_object("value", records), "array<string>")
            return spark.read.json(documents.select(F.explode(texts)).rdd.map(lambda row: row[0]))
        """#),
    ScriptFunction(
      name: "read_parquet", needs: ["files_at"],
      code: #"""
        def read_parquet(paths, **listing):
            """Reads the columns of Parquet files, whichever of the files they are in."""
            return spark.read.option("mergeSchema", True).parquet(*files_at(paths, **listing))
        """#),
  ]
}
