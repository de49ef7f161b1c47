#!/bin/bash

__inlay_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__inlay_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__inlay_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__inlay_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_inlay() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __inlay_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    job|convert|schema|head|cat|count|inspect|check|diff|merge|split|stats|help)
        # Offer subcommand argument completions
        "_inlay_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'job convert schema head cat count inspect check diff merge split stats help' -- "${cur}"))
        ;;
    esac
}

_inlay_job() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __inlay_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    run|check|show|export|new)
        # Offer subcommand argument completions
        "_inlay_job_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'run check show export new' -- "${cur}"))
        ;;
    esac
}

_inlay_job_run() {
    repeating_flags=()
    non_repeating_flags=(--plan --json --version -h --help)
    repeating_options=(--arg --map --table --replace)
    non_repeating_options=(--mode --rows-per-file --on-bad-row --threads --memory --spill)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--arg')
        return
        ;;
    '--map')
        return
        ;;
    '--table')
        return
        ;;
    '--replace')
        return
        ;;
    '--mode')
        __inlay_add_completions -W 'error'$'\n''append'$'\n''overwrite'
        return
        ;;
    '--rows-per-file')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--threads')
        return
        ;;
    '--memory')
        return
        ;;
    '--spill')
        __inlay_add_completions -d
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    esac
}

_inlay_job_check() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--arg --map --table --replace)
    non_repeating_options=()
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--arg')
        return
        ;;
    '--map')
        return
        ;;
    '--table')
        return
        ;;
    '--replace')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    esac
}

_inlay_job_show() {
    repeating_flags=()
    non_repeating_flags=(--plan --version -h --help)
    repeating_options=(--arg --map --table --replace)
    non_repeating_options=(--format)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--arg')
        return
        ;;
    '--map')
        return
        ;;
    '--table')
        return
        ;;
    '--replace')
        return
        ;;
    '--format')
        __inlay_add_completions -W 'text'$'\n''mermaid'$'\n''svg'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    esac
}

_inlay_job_export() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--arg)
    non_repeating_options=(--to --output -o --mode)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--arg')
        return
        ;;
    '--to')
        __inlay_add_completions -W 'pyspark'$'\n''glue'$'\n''console'$'\n''api'$'\n''git'
        return
        ;;
    '--output'|'-o')
        __inlay_add_completions -f
        return
        ;;
    '--mode')
        __inlay_add_completions -W 'error'$'\n''append'$'\n''overwrite'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    esac
}

_inlay_job_new() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--csv --join)
    non_repeating_options=(--target --name --dialect --mode)
    __inlay_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--csv')
        return
        ;;
    '--join')
        return
        ;;
    '--target')
        return
        ;;
    '--name')
        return
        ;;
    '--dialect')
        __inlay_add_completions -W 'console'$'\n''api'$'\n''git'
        return
        ;;
    '--mode')
        __inlay_add_completions -W 'error'$'\n''append'$'\n''overwrite'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    esac
}

_inlay_convert() {
    repeating_flags=()
    non_repeating_flags=(--neutralise-formulas --dry-run --json --no-header --trim --decimals --version -h --help)
    repeating_options=(--partition-by --column-encoding --bloom-filter --null --read-limit)
    non_repeating_options=(--to --mode --format --where --threads --input-format --compression --compression-level --encoding --data-page-version --row-group-rows --row-group-bytes --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--to')
        __inlay_add_completions -f
        return
        ;;
    '--partition-by')
        return
        ;;
    '--mode')
        __inlay_add_completions -W 'error'$'\n''append'$'\n''overwrite'
        return
        ;;
    '--format')
        __inlay_add_completions -W 'table'$'\n''csv'$'\n''json'$'\n''ndjson'$'\n''markdown'$'\n''parquet'
        return
        ;;
    '--where')
        return
        ;;
    '--threads')
        return
        ;;
    '--input-format')
        __inlay_add_completions -W 'csv'$'\n''json'$'\n''parquet'
        return
        ;;
    '--compression')
        __inlay_add_completions -W 'snappy'$'\n''gzip'$'\n''zstd'$'\n''brotli'$'\n''lz4'$'\n''lz4-hadoop'$'\n''none'
        return
        ;;
    '--compression-level')
        return
        ;;
    '--encoding')
        return
        ;;
    '--column-encoding')
        return
        ;;
    '--data-page-version')
        __inlay_add_completions -W '1'$'\n''2'
        return
        ;;
    '--bloom-filter')
        return
        ;;
    '--row-group-rows')
        return
        ;;
    '--row-group-bytes')
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_schema() {
    repeating_flags=()
    non_repeating_flags=(--no-header --trim --decimals --json --version -h --help)
    repeating_options=(--null --read-limit)
    non_repeating_options=(--input-format --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--input-format')
        __inlay_add_completions -W 'csv'$'\n''json'$'\n''parquet'
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_head() {
    repeating_flags=()
    non_repeating_flags=(--neutralise-formulas --report --no-header --trim --decimals --version -h --help)
    repeating_options=(--null --read-limit)
    non_repeating_options=(-n --format --where --input-format --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-n')
        return
        ;;
    '--format')
        __inlay_add_completions -W 'table'$'\n''csv'$'\n''json'$'\n''ndjson'$'\n''markdown'$'\n''parquet'
        return
        ;;
    '--where')
        return
        ;;
    '--input-format')
        __inlay_add_completions -W 'csv'$'\n''json'$'\n''parquet'
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_cat() {
    repeating_flags=()
    non_repeating_flags=(--neutralise-formulas --report --no-header --trim --decimals --version -h --help)
    repeating_options=(--null --read-limit)
    non_repeating_options=(--format --columns --where --threads --input-format --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __inlay_add_completions -W 'table'$'\n''csv'$'\n''json'$'\n''ndjson'$'\n''markdown'$'\n''parquet'
        return
        ;;
    '--columns')
        return
        ;;
    '--where')
        return
        ;;
    '--threads')
        return
        ;;
    '--input-format')
        __inlay_add_completions -W 'csv'$'\n''json'$'\n''parquet'
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_count() {
    repeating_flags=()
    non_repeating_flags=(--report --no-header --trim --decimals --version -h --help)
    repeating_options=(--null --read-limit)
    non_repeating_options=(--where --threads --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--where')
        return
        ;;
    '--threads')
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_inspect() {
    repeating_flags=()
    non_repeating_flags=(--pages --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--row-group --column)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--row-group')
        return
        ;;
    '--column')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -o plusdirs -fX '!*.@(parquet)'
        return
        ;;
    esac
}

_inlay_check() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--except)
    non_repeating_options=()
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--except')
        __inlay_add_completions -W 'footer'$'\n''text'$'\n''schema'$'\n''created-by'$'\n''key-values'$'\n''column-orders'$'\n''row-count'$'\n''row-group-size'$'\n''place'$'\n''chunk'$'\n''chunk-size'$'\n''dictionary-page'$'\n''encodings'$'\n''encoding-statistics'$'\n''page-header'$'\n''checksum'$'\n''compression'$'\n''levels'$'\n''values'$'\n''null-count'$'\n''bounds'$'\n''distinct-count'$'\n''size-statistics'$'\n''offset-index'$'\n''column-index'$'\n''bloom-filter'$'\n''sorting'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -o plusdirs -fX '!*.@(parquet)'
        return
        ;;
    esac
}

_inlay_diff() {
    repeating_flags=()
    non_repeating_flags=(--unordered --json --no-header --trim --decimals --version -h --help)
    repeating_options=(--null --read-limit)
    non_repeating_options=(--limit --threads --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--limit')
        return
        ;;
    '--threads')
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __inlay_add_completions -f
        return
        ;;
    2)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_merge() {
    repeating_flags=()
    non_repeating_flags=(--rewrite --no-header --trim --decimals --version -h --help)
    repeating_options=(--column-encoding --bloom-filter --null --read-limit)
    non_repeating_options=(--to --mode --threads --compression --compression-level --encoding --data-page-version --row-group-rows --row-group-bytes --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--to')
        __inlay_add_completions -f
        return
        ;;
    '--mode')
        __inlay_add_completions -W 'error'$'\n''append'$'\n''overwrite'
        return
        ;;
    '--threads')
        return
        ;;
    '--compression')
        __inlay_add_completions -W 'snappy'$'\n''gzip'$'\n''zstd'$'\n''brotli'$'\n''lz4'$'\n''lz4-hadoop'$'\n''none'
        return
        ;;
    '--compression-level')
        return
        ;;
    '--encoding')
        return
        ;;
    '--column-encoding')
        return
        ;;
    '--data-page-version')
        __inlay_add_completions -W '1'$'\n''2'
        return
        ;;
    '--bloom-filter')
        return
        ;;
    '--row-group-rows')
        return
        ;;
    '--row-group-bytes')
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_split() {
    repeating_flags=()
    non_repeating_flags=(--no-header --trim --decimals --version -h --help)
    repeating_options=(--by --column-encoding --bloom-filter --null --read-limit)
    non_repeating_options=(--to --rows --bytes --parts --mode --threads --compression --compression-level --encoding --data-page-version --row-group-rows --row-group-bytes --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--to')
        __inlay_add_completions -d
        return
        ;;
    '--rows')
        return
        ;;
    '--bytes')
        return
        ;;
    '--parts')
        return
        ;;
    '--by')
        return
        ;;
    '--mode')
        __inlay_add_completions -W 'error'$'\n''append'$'\n''overwrite'
        return
        ;;
    '--threads')
        return
        ;;
    '--compression')
        __inlay_add_completions -W 'snappy'$'\n''gzip'$'\n''zstd'$'\n''brotli'$'\n''lz4'$'\n''lz4-hadoop'$'\n''none'
        return
        ;;
    '--compression-level')
        return
        ;;
    '--encoding')
        return
        ;;
    '--column-encoding')
        return
        ;;
    '--data-page-version')
        __inlay_add_completions -W '1'$'\n''2'
        return
        ;;
    '--bloom-filter')
        return
        ;;
    '--row-group-rows')
        return
        ;;
    '--row-group-bytes')
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_stats() {
    repeating_flags=()
    non_repeating_flags=(--json --no-header --trim --decimals --version -h --help)
    repeating_options=(--null --read-limit)
    non_repeating_options=(--threads --input-format --separator --quote --escape --skip-lines --comment --on-bad-row --types --schema --json-path --json-layout)
    __inlay_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--threads')
        return
        ;;
    '--input-format')
        __inlay_add_completions -W 'csv'$'\n''json'$'\n''parquet'
        return
        ;;
    '--separator')
        return
        ;;
    '--quote')
        return
        ;;
    '--escape')
        return
        ;;
    '--skip-lines')
        return
        ;;
    '--comment')
        return
        ;;
    '--null')
        return
        ;;
    '--on-bad-row')
        __inlay_add_completions -W 'fail'$'\n''skip'
        return
        ;;
    '--types')
        __inlay_add_completions -W 'inferred'$'\n''strings'
        return
        ;;
    '--schema')
        __inlay_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--read-limit')
        return
        ;;
    '--json-path')
        return
        ;;
    '--json-layout')
        __inlay_add_completions -W 'automatic'$'\n''lines'$'\n''values'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __inlay_add_completions -f
        return
        ;;
    esac
}

_inlay_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __inlay_offer_flags_options -1
}

complete -o filenames -F _inlay inlay
