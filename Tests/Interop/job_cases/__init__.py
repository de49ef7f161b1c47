"""Jobs that Inlay and Spark must run alike: for every node type and variant a function that builds one.

Each function takes a job under construction; its name is the case's. Several targets of one job cost less than several
jobs, so variants stand side by side where they read the same tables.
"""

from . import columns, dynamic, files, joins, rows, types

CASES = {
    f"{module.__name__.split('.')[-1]}-{name}": build
    for module in (joins, rows, columns, types, dynamic, files)
    for name, build in module.CASES.items()
}
