function __inlay_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __inlay_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __inlay_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __inlay_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __inlay_parse_tokens -S
    set -l unparsed_tokens (__inlay_tokens -pc)
    switch $unparsed_tokens[1]
    case 'inlay'
        __inlay_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'job'
            __inlay_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'run'
                __inlay_parse_subcommand -r 1 'arg=+' 'map=+' 'table=+' 'replace=+' 'mode=' 'rows-per-file=' 'on-bad-row=' 'threads=' 'memory=' 'spill=' 'plan' 'json' 'version' 'h/help'
            case 'check'
                __inlay_parse_subcommand -r 1 'arg=+' 'map=+' 'table=+' 'replace=+' 'json' 'version' 'h/help'
            case 'show'
                __inlay_parse_subcommand -r 1 'arg=+' 'map=+' 'table=+' 'replace=+' 'format=' 'plan' 'version' 'h/help'
            case 'export'
                __inlay_parse_subcommand -r 1 'arg=+' 'to=' 'o/output=' 'mode=' 'version' 'h/help'
            case 'new'
                __inlay_parse_subcommand 1 'csv=+' 'join=+' 'target=' 'name=' 'dialect=' 'mode=' 'version' 'h/help'
            end
        case 'convert'
            __inlay_parse_subcommand -r 1 'to=' 'partition-by=+' 'mode=' 'format=' 'neutralise-formulas' 'where=' 'threads=' 'dry-run' 'input-format=' 'json' 'compression=' 'compression-level=' 'encoding=' 'column-encoding=+' 'data-page-version=' 'bloom-filter=+' 'row-group-rows=' 'row-group-bytes=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'schema'
            __inlay_parse_subcommand -r 1 'input-format=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'json' 'version' 'h/help'
        case 'head'
            __inlay_parse_subcommand -r 1 'n=' 'format=' 'neutralise-formulas' 'where=' 'report' 'input-format=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'cat'
            __inlay_parse_subcommand -r 1 'format=' 'neutralise-formulas' 'columns=' 'where=' 'report' 'threads=' 'input-format=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'count'
            __inlay_parse_subcommand -r 1 'where=' 'report' 'threads=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'inspect'
            __inlay_parse_subcommand -r 1 'row-group=' 'column=' 'pages' 'json' 'version' 'h/help'
        case 'check'
            __inlay_parse_subcommand -r 1 'except=+' 'json' 'version' 'h/help'
        case 'diff'
            __inlay_parse_subcommand 2 'unordered' 'limit=' 'json' 'threads=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'merge'
            __inlay_parse_subcommand -r 1 'to=' 'rewrite' 'mode=' 'threads=' 'compression=' 'compression-level=' 'encoding=' 'column-encoding=+' 'data-page-version=' 'bloom-filter=+' 'row-group-rows=' 'row-group-bytes=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'split'
            __inlay_parse_subcommand -r 1 'to=' 'rows=' 'bytes=' 'parts=' 'by=+' 'mode=' 'threads=' 'compression=' 'compression-level=' 'encoding=' 'column-encoding=+' 'data-page-version=' 'bloom-filter=+' 'row-group-rows=' 'row-group-bytes=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'stats'
            __inlay_parse_subcommand -r 1 'threads=' 'json' 'input-format=' 'separator=' 'quote=' 'escape=' 'no-header' 'skip-lines=' 'comment=' 'null=+' 'trim' 'on-bad-row=' 'types=' 'decimals' 'schema=' 'read-limit=+' 'json-path=' 'json-layout=' 'version' 'h/help'
        case 'help'
            __inlay_parse_subcommand -r 1 'version'
        end
    end
end

function __inlay_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __inlay_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __inlay_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __inlay_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__inlay_tokens -p)
    if test -z "$(__inlay_tokens -t)"
        set -l index (count (__inlay_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'inlay' -f
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'job' -d 'Runs, checks, draws, exports and starts visual jobs.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'convert' -d 'Turns CSV, JSON and Parquet into each other, and each into itself anew.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'schema' -d 'Shows the columns of a file and their types.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'head' -d 'Shows the first rows of a file, or the last ones.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'cat' -d 'Prints all rows of a file.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'count' -d 'Counts the rows of files.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'inspect' -d 'Shows what Parquet files say of themselves: footer, row groups, columns, pages, indexes.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'check' -d 'Finds where Parquet files break the format\'s rules, or their own word.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'diff' -d 'Tells what two tables differ in: columns, then rows.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'merge' -d 'Puts files with the same columns into one Parquet file.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'split' -d 'Spreads the rows of a table over several Parquet files.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'stats' -d 'Tells what the values of each column are like.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job" -eq 1' -fa 'run' -d 'Runs a job on this machine.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job" -eq 1' -fa 'check' -d 'Finds all that keeps a job from running, without reading a row.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job" -eq 1' -fa 'show' -d 'Draws a job\'s graph as text, Mermaid or SVG, and says what keeps it from running.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job" -eq 1' -fa 'export' -d 'Writes a job as a script for Apache Spark or AWS Glue, or as a document of another dialect.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job" -eq 1' -fa 'new' -d 'Starts a job\'s document from CSV files and the joins between them.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job run" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run"' -l 'arg' -d 'The value of a parameter such as ${day} in the document, before its default; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run"' -l 'map' -d 'Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run"' -l 'table' -d 'The file or folder that a table of the catalog is read from; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run"' -l 'replace' -d 'Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" mode' -l 'mode' -d 'What becomes of files that a target holds already.' -rfka 'error append overwrite'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" rows-per-file' -l 'rows-per-file' -d 'The number of rows of every file of a target but the last.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules of its file.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" memory' -l 'memory' -d 'The memory that the run is to stay within, such as 512MiB; rows that must be held and do not fit go to files. (default: half of what the machine has)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" spill' -l 'spill' -d 'The folder for rows that do not fit in memory; nothing is left there. (default: TMPDIR, or /var/tmp)' -rfa '(__inlay_complete_directories)'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" plan' -l 'plan' -d 'Tell afterwards what each operation of the plan did, as a tree.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" json' -l 'json' -d 'Print the report of the run as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job check" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check"' -l 'arg' -d 'The value of a parameter such as ${day} in the document, before its default; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check"' -l 'map' -d 'Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check"' -l 'table' -d 'The file or folder that a table of the catalog is read from; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check"' -l 'replace' -d 'Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check" json' -l 'json' -d 'Print what was found as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job show" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show"' -l 'arg' -d 'The value of a parameter such as ${day} in the document, before its default; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show"' -l 'map' -d 'Where the locations that begin with a prefix lie here; can be given many times, and the longest prefix wins.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show"' -l 'table' -d 'The file or folder that a table of the catalog is read from; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show"' -l 'replace' -d 'Read the rows of a node, by its name or id, from a Parquet file; it and what only it needs do not run. Can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show" format' -l 'format' -d 'The form of the drawing.' -rfka 'text mermaid svg'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show" plan' -l 'plan' -d 'Show the optimised plan instead of the graph.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job export" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job export"' -l 'arg' -d 'The value of a parameter such as ${day} in the document, before its default; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job export" to' -l 'to' -d 'What to write.' -rfka 'pyspark glue console api git'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job export" o output' -l 'output' -s 'o' -d 'The file to write; without it the text goes to the standard output.' -rF
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job export" mode' -l 'mode' -d 'What becomes of a file that is there already.' -rfka 'error append overwrite'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job export" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay job new" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new"' -l 'csv' -d 'A CSV file with a header, and the name to call it; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new"' -l 'join' -d 'The columns by which two files are joined; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new" target' -l 'target' -d 'The folder that the rows go to, as Parquet.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new" name' -l 'name' -d 'The job\'s name; the document\'s file name when none is given.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new" dialect' -l 'dialect' -d 'The form of the document: as Glue Studio saves it, as CreateJob takes it, or as Glue pushes it to a repository.' -rfka 'console api git'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new" mode' -l 'mode' -d 'What becomes of a document that is there already.' -rfka 'error append overwrite'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay job new" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay convert" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" to' -l 'to' -d 'The file or folder to write, or - for the standard output.' -rF
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert"' -l 'partition-by' -d 'A column whose values are told by folders of the target; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" mode' -l 'mode' -d 'What becomes of files that are there already: error, overwrite, or append to a partitioned table.' -rfka 'error append overwrite'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" format' -l 'format' -d 'How rows are printed. (default: table on a terminal, else csv)' -rfka 'table csv json ndjson markdown parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" neutralise-formulas' -l 'neutralise-formulas' -d 'In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" where' -l 'where' -d 'Take the rows that meet a condition, such as "a > 5 AND (b IN (\'x\', \'y\') OR c IS NULL)".' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" dry-run' -l 'dry-run' -d 'Tell what would be read and written, and do nothing.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" input-format' -l 'input-format' -d 'The format of the inputs, where neither their names nor their first bytes tell it.' -rfka 'csv json parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" json' -l 'json' -d 'Print the report of the run as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" compression' -l 'compression' -d 'How the pages are compressed.' -rfka 'snappy gzip zstd brotli lz4 lz4-hadoop none'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" compression-level' -l 'compression-level' -d 'The time given to make pages smaller: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" encoding' -l 'encoding' -d 'How values are encoded: compatible, which every reader takes, automatic, which is smallest, or a name of the format, such as PLAIN.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert"' -l 'column-encoding' -d 'How the values of one column are encoded; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" data-page-version' -l 'data-page-version' -d 'The form of data pages: 1, which every reader takes, or 2.' -rfka '1 2'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert"' -l 'bloom-filter' -d 'A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" row-group-rows' -l 'row-group-rows' -d 'The most rows of a row group. (default: 262144)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" row-group-bytes' -l 'row-group-bytes' -d 'The bytes of a row group\'s values, before they are encoded and compressed, from which on it is full, such as 64MB or 64MiB.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay convert" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay schema" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" input-format' -l 'input-format' -d 'The format of the files, where neither their names nor their first bytes tell it.' -rfka 'csv json parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" json' -l 'json' -d 'Print the columns as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay schema" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" n' -s 'n' -d 'The number of rows: -n 5 for the first five, -n -5 for the last five.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" format' -l 'format' -d 'How rows are printed. (default: table on a terminal, else csv)' -rfka 'table csv json ndjson markdown parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" neutralise-formulas' -l 'neutralise-formulas' -d 'In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" where' -l 'where' -d 'Take the rows that meet a condition, such as "a > 5 AND (b IN (\'x\', \'y\') OR c IS NULL)".' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" report' -l 'report' -d 'Tell on the standard error what was read and what could be left out for --where.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay head" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" input-format' -l 'input-format' -d 'The format of the files, where neither their names nor their first bytes tell it.' -rfka 'csv json parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay head" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" format' -l 'format' -d 'How rows are printed. (default: table on a terminal, else csv)' -rfka 'table csv json ndjson markdown parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" neutralise-formulas' -l 'neutralise-formulas' -d 'In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" columns' -l 'columns' -d 'The columns to print, separated by commas.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" where' -l 'where' -d 'Take the rows that meet a condition, such as "a > 5 AND (b IN (\'x\', \'y\') OR c IS NULL)".' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" report' -l 'report' -d 'Tell on the standard error what was read and what could be left out for --where.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay cat" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" input-format' -l 'input-format' -d 'The format of the files, where neither their names nor their first bytes tell it.' -rfka 'csv json parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay cat" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay count" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" where' -l 'where' -d 'Take the rows that meet a condition, such as "a > 5 AND (b IN (\'x\', \'y\') OR c IS NULL)".' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" report' -l 'report' -d 'Tell on the standard error what was read and what could be left out for --where.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay count" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay inspect" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'parquet\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay inspect" row-group' -l 'row-group' -d 'Show the column chunks of one row group, from 0.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay inspect" column' -l 'column' -d 'Show the chunks of one column; names within names have dots.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay inspect" pages' -l 'pages' -d 'Show the pages of these column chunks, or of all.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay inspect" json' -l 'json' -d 'Print everything as JSON, numbers as they are in the file.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay inspect" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay inspect" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay check" -ge 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'parquet\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay check"' -l 'except' -d 'Pass over a rule, by its name; can be given many times.' -rfka 'footer text schema created-by key-values column-orders row-count row-group-size place chunk chunk-size dictionary-page encodings encoding-statistics page-header checksum compression levels values null-count bounds distinct-count size-statistics offset-index column-index bloom-filter sorting'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay check" json' -l 'json' -d 'Print what was found as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay check" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay diff" -eq 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay diff" -eq 2' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" unordered' -l 'unordered' -d 'Compare how often each row occurs, whatever the order.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" limit' -l 'limit' -d 'The most rows to show; with --unordered, of each table.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" json' -l 'json' -d 'Print the differences as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay merge" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" to' -l 'to' -d 'The Parquet file to write.' -rF
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" rewrite' -l 'rewrite' -d 'Decode all rows and write full row groups.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" mode' -l 'mode' -d 'What becomes of a file that is there already: error or overwrite.' -rfka 'error append overwrite'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" compression' -l 'compression' -d 'How the pages are compressed.' -rfka 'snappy gzip zstd brotli lz4 lz4-hadoop none'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" compression-level' -l 'compression-level' -d 'The time given to make pages smaller: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" encoding' -l 'encoding' -d 'How values are encoded: compatible, which every reader takes, automatic, which is smallest, or a name of the format, such as PLAIN.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge"' -l 'column-encoding' -d 'How the values of one column are encoded; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" data-page-version' -l 'data-page-version' -d 'The form of data pages: 1, which every reader takes, or 2.' -rfka '1 2'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge"' -l 'bloom-filter' -d 'A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" row-group-rows' -l 'row-group-rows' -d 'The most rows of a row group. (default: 262144)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" row-group-bytes' -l 'row-group-bytes' -d 'The bytes of a row group\'s values, before they are encoded and compressed, from which on it is full, such as 64MB or 64MiB.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay split" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" to' -l 'to' -d 'The folder to write.' -rfa '(__inlay_complete_directories)'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" rows' -l 'rows' -d 'The rows of a file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" bytes' -l 'bytes' -d 'The bytes, about, that a file\'s rows take in the input.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" parts' -l 'parts' -d 'The number of files, all of as many rows or one more.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split"' -l 'by' -d 'A column whose values are told by folders key=value; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" mode' -l 'mode' -d 'What becomes of files that are in the folder: error, append or overwrite.' -rfka 'error append overwrite'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" compression' -l 'compression' -d 'How the pages are compressed.' -rfka 'snappy gzip zstd brotli lz4 lz4-hadoop none'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" compression-level' -l 'compression-level' -d 'The time given to make pages smaller: gzip 1 to 9, zstd 1 to 22, brotli 0 to 11.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" encoding' -l 'encoding' -d 'How values are encoded: compatible, which every reader takes, automatic, which is smallest, or a name of the format, such as PLAIN.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split"' -l 'column-encoding' -d 'How the values of one column are encoded; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" data-page-version' -l 'data-page-version' -d 'The form of data pages: 1, which every reader takes, or 2.' -rfka '1 2'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split"' -l 'bloom-filter' -d 'A column whose values get a bloom filter, and how often that may fail, else 0.01; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" row-group-rows' -l 'row-group-rows' -d 'The most rows of a row group. (default: 262144)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" row-group-bytes' -l 'row-group-bytes' -d 'The bytes of a row group\'s values, before they are encoded and compressed, from which on it is full, such as 64MB or 64MiB.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay split" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" threads' -l 'threads' -d 'The number of threads. (default: one for each processor)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" json' -l 'json' -d 'Print the statistics as JSON.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_positional "inlay stats" -ge 1' -F
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" input-format' -l 'input-format' -d 'The format of the files, where neither their names nor their first bytes tell it.' -rfka 'csv json parquet'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" separator' -l 'separator' -d 'The byte between fields: itself, or comma, tab, pipe, semicolon, ctrla, \\t, 0x01. (default: tab for .tsv, else comma)' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" quote' -l 'quote' -d 'The byte around fields that hold separators, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" escape' -l 'escape' -d 'The byte that takes away the meaning of the next one, or none.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" no-header' -l 'no-header' -d 'The first record is data; the columns are named _c0, _c1 and so on.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" skip-lines' -l 'skip-lines' -d 'Lines to pass over at the start of each file.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" comment' -l 'comment' -d 'The byte that makes a line a comment when it is its first.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats"' -l 'null' -d 'A text that stands for null; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" trim' -l 'trim' -d 'Pass over spaces and tabs around values.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" on-bad-row' -l 'on-bad-row' -d 'What becomes of a row that breaks the rules.' -rfka 'fail skip'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" types' -l 'types' -d 'Where columns get their types from. (default: inferred for convert and schema, else strings)' -rfka 'inferred strings'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" decimals' -l 'decimals' -d 'Infer decimals rather than doubles.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" schema' -l 'schema' -d 'A declaration of the columns, in the form of Schemas/table.schema.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats"' -l 'read-limit' -d 'Another value for a limit that an error names, such as maxRecordBytes=256MiB; can be given many times.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" json-path' -l 'json-path' -d 'The way to the records, such as $.records[*]; the default is $.' -rfka ''
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" json-layout' -l 'json-layout' -d 'How records lie: automatic, lines or values.' -rfka 'automatic lines values'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" version' -l 'version' -d 'Show the version.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay stats" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'inlay' -n '__inlay_should_offer_completions_for_flags_or_options "inlay help" version' -l 'version' -d 'Show the version.'
