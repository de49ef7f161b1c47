extension SparkFunctions {
  static let columns = [
    ScriptFunction(
      name: "path_names",
      code: #"""
        def path_names(path):
            """The names of a path, from the column down; a column's name may stand for itself."""
            return [path] if isinstance(path, str) else list(path)
        """#),
    ScriptFunction(
      name: "column_at", needs: ["path_names"],
      code: #"""
        def column_at(frame, path, ignore_case=False):
            """The column at a path, and its type."""
            value, kind = None, frame.schema
            for name in path_names(path):
                same = [own for own in kind.names if own == name]
                alike = [own for own in kind.names if ignore_case and own.lower() == name.lower()]
                if not same + alike:
                    raise ValueError(f"There is no column {path}; the columns are {frame.columns}")
                name = (same + alike)[0]
                value = F.col("`" + name.replace("`", "``") + "`") if value is None else value.getField(name)
                kind = kind[name].dataType
            return value, kind
        """#),
    ScriptFunction(
      name: "keep",
      code: #"""
        def keep(frame, positions):
            """The columns at some positions; by name two columns of one name could not be told apart."""
            names = frame.columns
            plain = frame.toDF(*[f"column_{index}" for index in range(len(names))])
            chosen = plain.select(*[f"column_{position}" for position in positions])
            return chosen.toDF(*[names[position] for position in positions])
        """#),
    ScriptFunction(
      name: "mapped", needs: ["path_names", "column_at"],
      code: #"""
        def mapped(frame, mappings, parent=()):
            """The values of mappings as a tree of new names."""
            tree = {}
            for source, target, kind in mappings:
                source = [*parent, *path_names(source)]
                value, _ = column_at(frame, source, ignore_case=True)
                if isinstance(kind, list):
                    fields = structure(mapped(frame, kind, source))
                    value = F.when(value.isNotNull(), fields)
                elif kind:
                    value = value.cast(kind)
                *folders, name = path_names(target)
                branch = tree
                for folder in folders:
                    branch = branch.setdefault(folder, {})
                branch[name] = value
            return tree
        """#),
    ScriptFunction(
      name: "structure",
      code: #"""
        def structure(tree):
            """A structure of values; a value that is a tree is a structure itself."""
            values = {k: structure(v) if isinstance(v, dict) else v for k, v in tree.items()}
            return F.struct(*[value.alias(name) for name, value in values.items()])
        """#),
    ScriptFunction(
      name: "apply_mapping", needs: ["mapped", "structure"],
      code: #"""
        def apply_mapping(frame, mappings):
            """Makes columns of (path, new path, type); names match however their letters are cased."""
            tree = mapped(frame, mappings)
            values = {k: structure(v) if isinstance(v, dict) else v for k, v in tree.items()}
            return frame.select(*[value.alias(name) for name, value in values.items()])
        """#),
    ScriptFunction(
      name: "select_fields", needs: ["path_names", "column_at"],
      code: #"""
        def select_fields(frame, paths):
            """Keeps columns, and fields within them, in the order in which they are named."""

            def kept(value, tree):
                if not tree:
                    return value
                fields = [kept(value.getField(name), inner).alias(name) for name, inner in tree.items()]
                return F.when(value.isNotNull(), F.struct(*fields))

            tree, whole = {}, set()
            for path in map(path_names, paths):
                branch = tree
                for depth, name in enumerate(path):
                    branch = branch.setdefault(name, {})
                    if tuple(path[: depth + 1]) in whole:
                        break
                else:
                    whole.add(tuple(path))
                    branch.clear()
            values = {name: column_at(frame, name)[0] for name in tree}
            return frame.select(*[kept(values[name], inner).alias(name) for name, inner in tree.items()])
        """#),
    ScriptFunction(
      name: "fields_at", imports: ["from pyspark.sql import types as T"],
      code: #"""
        def fields_at(frame, path):
            """The names of the fields of the structure at a path; none where there is no structure."""
            kind = frame.schema
            for name in path:
                if not isinstance(kind, T.StructType) or name not in kind.names:
                    return []
                kind = kind[name].dataType
            return kind.names if isinstance(kind, T.StructType) else []
        """#),
    ScriptFunction(
      name: "drop_fields", needs: ["path_names", "keep", "fields_at"],
      code: #"""
        def drop_fields(frame, paths):
            """Drops columns, and fields within them; a structure goes with its last field."""
            paths = [path_names(path) for path in paths]
            dropped = {path[0] for path in paths if len(path) == 1}
            names = frame.columns
            frame = keep(frame, [index for index, name in enumerate(names) if name not in dropped])
            for path in paths:
                if len(path) == 1 or path[-1] not in fields_at(frame, path[:-1]):
                    continue
                while path[1:] and fields_at(frame, path[:-1]) == path[-1:]:
                    path.pop()
                column, *fields = ["`" + name.replace("`", "``") + "`" for name in path]
                if fields:
                    frame = frame.withColumn(path[0], F.col(column).dropFields(".".join(fields)))
                else:
                    frame = frame.drop(path[0])
            return frame
        """#),
    ScriptFunction(
      name: "rename_field", needs: ["path_names", "column_at"],
      code: #"""
        def rename_field(frame, path, new_name):
            """Gives a column, or a field within one, another name in its place."""

            def renamed(value, kind, names):
                fields = []
                for own in kind.names:
                    inner = value.getField(own)
                    if own == names[0] and names[1:]:
                        inner = renamed(inner, kind[own].dataType, names[1:])
                    is_renamed = own == names[0] and not names[1:]
                    fields.append(inner.alias(new_name if is_renamed else own))
                return F.when(value.isNotNull(), F.struct(*fields))

            column, *fields = path_names(path)
            value, kind = column_at(frame, column)
            if not fields:
                return frame.toDF(*[new_name if name == column else name for name in frame.columns])
            return frame.withColumn(column, renamed(value, kind, fields))
        """#),
    ScriptFunction(
      name: "flatten", needs: ["column_at"], imports: ["from pyspark.sql import types as T"],
      code: #"""
        def flatten(frame, levels=None, separator="."):
            """Makes columns of the fields of structures, some levels deep or all."""

            def fields(name, value, kind, level):
                if not isinstance(kind, T.StructType) or level == levels:
                    return [value.alias(name)]
                parts = [
                    fields(name + separator + inner.name, value.getField(inner.name), inner.dataType, level + 1)
                    for inner in kind
                ]
                return [value for part in parts for value in part]

            columns = [fields(name, *column_at(frame, name), 0) for name in frame.columns]
            return frame.select(*[value for part in columns for value in part])
        """#),
    ScriptFunction(
      name: "split_fields", needs: ["keep"],
      code: #"""
        def split_fields(frame, names):
            """Two tables: the named columns, and the others."""
            named = [frame.columns.index(name) for name in names]
            others = [index for index in range(len(frame.columns)) if index not in named]
            return [keep(frame, named), keep(frame, others)]
        """#),
    ScriptFunction(
      name: "drop_null_fields", needs: ["keep"], imports: ["from pyspark.sql import types as T"],
      code: #"""
        def drop_null_fields(frame, texts, numbers):
            """Drops the columns whose values are all null, or among those that mean it."""
            names = frame.columns
            plain = frame.toDF(*[f"column_{index}" for index in range(len(names))])
            whole = (T.ByteType, T.ShortType, T.IntegerType, T.LongType, T.DoubleType)
            counts = [F.count(F.lit(1))]
            for field in plain.schema:
                value = F.col(field.name)
                if isinstance(field.dataType, T.StringType) and texts:
                    value = F.when(~F.trim(value).isin(texts), value)
                elif isinstance(field.dataType, whole) and numbers:
                    value = F.when(~value.isin(numbers), value)
                counts.append(F.count(value))
            rows, *values = plain.agg(*counts).first()
            return keep(frame, [index for index, count in enumerate(values) if count or not rows])
        """#),
  ]
}
