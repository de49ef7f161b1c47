#compdef inlay

__inlay_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__inlay_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __inlay_complete "${completions[@]:0:-1}"
    fi
}

__inlay_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_inlay() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'job:Runs, checks, draws, exports and starts visual jobs.'
            'convert:Turns CSV, JSON and Parquet into each other, and each into itself anew.'
            'schema:Shows the columns of a file and their types.'
            'head:Shows the first rows of a file, or the last ones.'
            'cat:Prints all rows of a file.'
            'count:Counts the rows of files.'
            'inspect:Shows what Parquet files say of themselves: footer, row groups, columns, pages, indexes.'
            'check:Finds where Parquet files break the format'\''s rules, or their own word.'
            'diff:Tells what two tables differ in: columns, then rows.'
            'merge:Puts files with the same columns into one Parquet file.'
            'split:Spreads the rows of a table over several Parquet files.'
            'stats:Tells what the values of each column are like.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        job|convert|schema|head|cat|count|inspect|check|diff|merge|split|stats|help)
            "_inlay_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_inlay_job() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'run:Runs a job on this machine.'
            'check:Finds all that keeps a job from running, without reading a row.'
            'show:Draws a job'\''s graph as text, Mermaid or SVG, and says what keeps it from running.'
            'export:Writes a job as a script for Apache Spark or AWS Glue, or as a document of another dialect.'
            'new:Starts a job'\''s document from CSV files and the joins between them.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        run|check|show|export|new)
            "_inlay_job_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_inlay_job_run() {
    local -i ret=1
    local -ar ___mode=('error' 'append' 'overwrite')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar arg_specs=(
        '*:document:_files -g '\''*.json'\'''
        '*--arg[The value of a parameter such as ${day} in the document, before its default; can be given many times.]:name=value:'
        '*--map[Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.]:prefix=path:'
        '*--table[The file or folder that a table of the catalog is read from; can be given many times.]:db.table=path:'
        '*--replace[Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be given many times.]:node=file:'
        '--mode[What becomes of files that a target holds already.]:mode:{__inlay_complete "${___mode[@]}"}'
        '--rows-per-file[The number of rows of every file of a target but the last.]:n:'
        '--on-bad-row[What becomes of a row that breaks the rules of its file.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--memory[The memory that the run is to stay within, such as 512MiB; rows that must be held and do not fit go to files. (default\: half of what the machine has)]:size:'
        '--spill[The folder for rows that do not fit in memory; nothing is left there. (default\: TMPDIR, or /var/tmp)]:folder:_files -/'
        '--plan[Tell afterwards what each operation of the plan did, as a tree.]'
        '--json[Print the report of the run as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_job_check() {
    local -i ret=1
    local -ar arg_specs=(
        '*:document:_files -g '\''*.json'\'''
        '*--arg[The value of a parameter such as ${day} in the document, before its default; can be given many times.]:name=value:'
        '*--map[Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.]:prefix=path:'
        '*--table[The file or folder that a table of the catalog is read from; can be given many times.]:db.table=path:'
        '*--replace[Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be given many times.]:node=file:'
        '--json[Print what was found as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_job_show() {
    local -i ret=1
    local -ar ___format=('text' 'mermaid' 'svg')
    local -ar arg_specs=(
        '*:document:_files -g '\''*.json'\'''
        '*--arg[The value of a parameter such as ${day} in the document, before its default; can be given many times.]:name=value:'
        '*--map[Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.]:prefix=path:'
        '*--table[The file or folder that a table of the catalog is read from; can be given many times.]:db.table=path:'
        '*--replace[Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be given many times.]:node=file:'
        '--format[The form of the drawing.]:format:{__inlay_complete "${___format[@]}"}'
        '--plan[Show the optimised plan instead of the graph.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_job_export() {
    local -i ret=1
    local -ar ___to=('pyspark' 'glue' 'console' 'api' 'git')
    local -ar ___mode=('error' 'append' 'overwrite')
    local -ar arg_specs=(
        '*:document:_files -g '\''*.json'\'''
        '*--arg[The value of a parameter such as ${day} in the document, before its default; can be given many times.]:name=value:'
        '--to[What to write.]:to:{__inlay_complete "${___to[@]}"}'
        '(--output -o)'{--output,-o}'[The file to write; without it the text goes to the standard output.]:file:_files'
        '--mode[What becomes of a file that is there already.]:mode:{__inlay_complete "${___mode[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_job_new() {
    local -i ret=1
    local -ar ___dialect=('console' 'api' 'git')
    local -ar ___mode=('error' 'append' 'overwrite')
    local -ar arg_specs=(
        ':output:_files -g '\''*.json'\'''
        '*--csv[A CSV file with a header, and the name to call it; can be given many times.]:name=path:'
        '*--join[The columns by which two files are joined; can be given many times.]:left.key=right.key:'
        '--target[The folder that the rows go to, as Parquet.]:path:'
        '--name[The job'\''s name; the document'\''s file name when none is given.]:name:'
        '--dialect[The form of the document\: as Glue Studio saves it, as CreateJob takes it, or as Glue pushes it to a repository.]:dialect:{__inlay_complete "${___dialect[@]}"}'
        '--mode[What becomes of a document that is there already.]:mode:{__inlay_complete "${___mode[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_convert() {
    local -i ret=1
    local -ar ___mode=('error' 'append' 'overwrite')
    local -ar ___format=('table' 'csv' 'json' 'ndjson' 'markdown' 'parquet')
    local -ar ___input_format=('csv' 'json' 'parquet')
    local -ar ___compression=('snappy' 'gzip' 'zstd' 'brotli' 'lz4' 'lz4-hadoop' 'none')
    local -ar ___data_page_version=('1' '2')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '*:inputs:_files'
        '--to[The file or folder to write, or - for the standard output.]:path:_files'
        '*--partition-by[A column whose values are told by folders of the target; can be given many times.]:column:'
        '--mode[What becomes of files that are there already\: error, overwrite, or append to a partitioned table.]:mode:{__inlay_complete "${___mode[@]}"}'
        '--format[How rows are printed. (default\: table on a terminal, else csv)]:format:{__inlay_complete "${___format[@]}"}'
        '--neutralise-formulas[In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.]'
        '--where[Take the rows that meet a condition, such as "a > 5 AND (b IN ('\''x'\'', '\''y'\'') OR c IS NULL)".]:condition:'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--dry-run[Tell what would be read and written, and do nothing.]'
        '--input-format[The format of the inputs, where neither their names nor their first bytes tell it.]:input-format:{__inlay_complete "${___input_format[@]}"}'
        '--json[Print the report of the run as JSON.]'
        '--compression[How the pages are compressed.]:compression:{__inlay_complete "${___compression[@]}"}'
        '--compression-level[The time given to make pages smaller\: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.]:n:'
        '--encoding[How values are encoded\: compatible, which every reader takes, automatic, which is smallest, or a name of the format, such as PLAIN.]:encoding:'
        '*--column-encoding[How the values of one column are encoded; can be given many times.]:name=encoding:'
        '--data-page-version[The form of data pages\: 1, which every reader takes, or 2.]:n:{__inlay_complete "${___data_page_version[@]}"}'
        '*--bloom-filter[A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.]:column\[\:rate\]:'
        '--row-group-rows[The most rows of a row group. (default\: 262144)]:n:'
        '--row-group-bytes[The bytes of a row group'\''s values, before they are encoded and compressed, from which on it is full, such as 64MB or 64MiB.]:size:'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_schema() {
    local -i ret=1
    local -ar ___input_format=('csv' 'json' 'parquet')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '*:files:_files'
        '--input-format[The format of the files, where neither their names nor their first bytes tell it.]:input-format:{__inlay_complete "${___input_format[@]}"}'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--json[Print the columns as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_head() {
    local -i ret=1
    local -ar ___format=('table' 'csv' 'json' 'ndjson' 'markdown' 'parquet')
    local -ar ___input_format=('csv' 'json' 'parquet')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '-n[The number of rows\: -n 5 for the first five, -n -5 for the last five.]:n:'
        '--format[How rows are printed. (default\: table on a terminal, else csv)]:format:{__inlay_complete "${___format[@]}"}'
        '--neutralise-formulas[In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.]'
        '--where[Take the rows that meet a condition, such as "a > 5 AND (b IN ('\''x'\'', '\''y'\'') OR c IS NULL)".]:condition:'
        '--report[Tell on the standard error what was read and what could be left out for --where.]'
        '*:files:_files'
        '--input-format[The format of the files, where neither their names nor their first bytes tell it.]:input-format:{__inlay_complete "${___input_format[@]}"}'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_cat() {
    local -i ret=1
    local -ar ___format=('table' 'csv' 'json' 'ndjson' 'markdown' 'parquet')
    local -ar ___input_format=('csv' 'json' 'parquet')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '--format[How rows are printed. (default\: table on a terminal, else csv)]:format:{__inlay_complete "${___format[@]}"}'
        '--neutralise-formulas[In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.]'
        '--columns[The columns to print, separated by commas.]:a,b:'
        '--where[Take the rows that meet a condition, such as "a > 5 AND (b IN ('\''x'\'', '\''y'\'') OR c IS NULL)".]:condition:'
        '--report[Tell on the standard error what was read and what could be left out for --where.]'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '*:files:_files'
        '--input-format[The format of the files, where neither their names nor their first bytes tell it.]:input-format:{__inlay_complete "${___input_format[@]}"}'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_count() {
    local -i ret=1
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '*:files:_files'
        '--where[Take the rows that meet a condition, such as "a > 5 AND (b IN ('\''x'\'', '\''y'\'') OR c IS NULL)".]:condition:'
        '--report[Tell on the standard error what was read and what could be left out for --where.]'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_inspect() {
    local -i ret=1
    local -ar arg_specs=(
        '*:paths:_files -g '\''*.parquet'\'''
        '--row-group[Show the column chunks of one row group, from 0.]:n:'
        '--column[Show the chunks of one column; names within names have dots.]:path:'
        '--pages[Show the pages of these column chunks, or of all.]'
        '--json[Print everything as JSON, numbers as they are in the file.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_check() {
    local -i ret=1
    local -ar ___except=('footer' 'text' 'schema' 'created-by' 'key-values' 'column-orders' 'row-count' 'row-group-size' 'place' 'chunk' 'chunk-size' 'dictionary-page' 'encodings' 'encoding-statistics' 'page-header' 'checksum' 'compression' 'levels' 'values' 'null-count' 'bounds' 'distinct-count' 'size-statistics' 'offset-index' 'column-index' 'bloom-filter' 'sorting')
    local -ar arg_specs=(
        '*:paths:_files -g '\''*.parquet'\'''
        '*--except[Pass over a rule, by its name; can be given many times.]:rule:{__inlay_complete "${___except[@]}"}'
        '--json[Print what was found as JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_diff() {
    local -i ret=1
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        ':left:_files'
        ':right:_files'
        '--unordered[Compare how often each row occurs, whatever the order.]'
        '--limit[The most rows to show; with --unordered, of each table.]:n:'
        '--json[Print the differences as JSON.]'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_merge() {
    local -i ret=1
    local -ar ___mode=('error' 'append' 'overwrite')
    local -ar ___compression=('snappy' 'gzip' 'zstd' 'brotli' 'lz4' 'lz4-hadoop' 'none')
    local -ar ___data_page_version=('1' '2')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '*:inputs:_files'
        '--to[The Parquet file to write.]:path:_files'
        '--rewrite[Decode all rows and write full row groups.]'
        '--mode[What becomes of a file that is there already\: error or overwrite.]:mode:{__inlay_complete "${___mode[@]}"}'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--compression[How the pages are compressed.]:compression:{__inlay_complete "${___compression[@]}"}'
        '--compression-level[The time given to make pages smaller\: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.]:n:'
        '--encoding[How values are encoded\: compatible, which every reader takes, automatic, which is smallest, or a name of the format, such as PLAIN.]:encoding:'
        '*--column-encoding[How the values of one column are encoded; can be given many times.]:name=encoding:'
        '--data-page-version[The form of data pages\: 1, which every reader takes, or 2.]:n:{__inlay_complete "${___data_page_version[@]}"}'
        '*--bloom-filter[A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.]:column\[\:rate\]:'
        '--row-group-rows[The most rows of a row group. (default\: 262144)]:n:'
        '--row-group-bytes[The bytes of a row group'\''s values, before they are encoded and compressed, from which on it is full, such as 64MB or 64MiB.]:size:'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_split() {
    local -i ret=1
    local -ar ___mode=('error' 'append' 'overwrite')
    local -ar ___compression=('snappy' 'gzip' 'zstd' 'brotli' 'lz4' 'lz4-hadoop' 'none')
    local -ar ___data_page_version=('1' '2')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '*:inputs:_files'
        '--to[The folder to write.]:folder:_files -/'
        '--rows[The rows of a file.]:n:'
        '--bytes[The bytes, about, that a file'\''s rows take in the input.]:n:'
        '--parts[The number of files, all of as many rows or one more.]:n:'
        '*--by[A column whose values are told by folders key=value; can be given many times.]:column:'
        '--mode[What becomes of files that are in the folder\: error, append or overwrite.]:mode:{__inlay_complete "${___mode[@]}"}'
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--compression[How the pages are compressed.]:compression:{__inlay_complete "${___compression[@]}"}'
        '--compression-level[The time given to make pages smaller\: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.]:n:'
        '--encoding[How values are encoded\: compatible, which every reader takes, automatic, which is smallest, or a name of the format, such as PLAIN.]:encoding:'
        '*--column-encoding[How the values of one column are encoded; can be given many times.]:name=encoding:'
        '--data-page-version[The form of data pages\: 1, which every reader takes, or 2.]:n:{__inlay_complete "${___data_page_version[@]}"}'
        '*--bloom-filter[A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.]:column\[\:rate\]:'
        '--row-group-rows[The most rows of a row group. (default\: 262144)]:n:'
        '--row-group-bytes[The bytes of a row group'\''s values, before they are encoded and compressed, from which on it is full, such as 64MB or 64MiB.]:size:'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_stats() {
    local -i ret=1
    local -ar ___input_format=('csv' 'json' 'parquet')
    local -ar ___on_bad_row=('fail' 'skip')
    local -ar ___types=('inferred' 'strings')
    local -ar ___json_layout=('automatic' 'lines' 'values')
    local -ar arg_specs=(
        '--threads[The number of threads. (default\: one for each processor)]:n:'
        '--json[Print the statistics as JSON.]'
        '*:files:_files'
        '--input-format[The format of the files, where neither their names nor their first bytes tell it.]:input-format:{__inlay_complete "${___input_format[@]}"}'
        '--separator[The byte between fields\: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default\: tab for .tsv, else comma)]:byte:'
        '--quote[The byte around fields that hold separators, or none.]:byte:'
        '--escape[The byte that takes away the meaning of the next one, or none.]:byte:'
        '--no-header[The first record is data; the columns are named _c0, _c1 and so on.]'
        '--skip-lines[Lines to pass over at the start of each file.]:n:'
        '--comment[The byte that makes a line a comment when it is its first.]:byte:'
        '*--null[A text that stands for null; can be given many times.]:text:'
        '--trim[Pass over spaces and tabs around values.]'
        '--on-bad-row[What becomes of a row that breaks the rules.]:what:{__inlay_complete "${___on_bad_row[@]}"}'
        '--types[Where columns get their types from. (default\: inferred for convert and schema, else strings)]:types:{__inlay_complete "${___types[@]}"}'
        '--decimals[Infer decimals rather than doubles.]'
        '--schema[A declaration of the columns, in the form of Schemas/table.schema.json.]:file:_files -g '\''*.json'\'''
        '*--read-limit[Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.]:name=value:'
        '--json-path[The way to the records, such as $.records\[*\]; the default is $.]:path:'
        '--json-layout[How records lie\: automatic, lines or values.]:layout:{__inlay_complete "${___json_layout[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_inlay_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _inlay ]]; then
    _inlay "${@}"
else
    compdef _inlay inlay
fi
