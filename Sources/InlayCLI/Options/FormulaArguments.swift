import ArgumentParser

/// What becomes of texts that a spreadsheet would compute.
struct FormulaArguments: ParsableArguments {
  @Flag(help: "In CSV that is written, put an apostrophe before texts that a spreadsheet takes for formulas.")
  var neutraliseFormulas = false
}
