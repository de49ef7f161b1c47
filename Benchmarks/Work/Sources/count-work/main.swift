import Work

// Does pieces of work, each once to come to rest and once to be counted: count-work [NAME]...
//
// Without names it lists them. Callgrind counts what happens in `inlay_counted_work`, by that name of its symbol.

/// Does a piece of work that is counted.
@_silgen_name("inlay_counted_work")
@inline(never)
func countedWork(_ body: Work.Body) throws -> Int { try body() }

let names = CommandLine.arguments.dropFirst()
if names.isEmpty {
  for work in Work.all { print(work.name) }
}
for name in names {
  guard let work = Work.all.first(where: { $0.name == name }) else {
    fatalError("there is no such work: \(name)")
  }
  let body = try work.prepare()
  let first = try body()
  let counted = try countedWork(body)
  precondition(first == counted && counted > 0, "\(name) gives the same each time, and something")
}
