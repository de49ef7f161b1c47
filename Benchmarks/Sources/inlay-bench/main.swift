import Inlay

// What the library does without a command: inlay-bench WORK ARGUMENT... THREADS
//
// It prints the seconds that the work took, in which neither the start of the process nor what it shows afterwards has a
// part, and then, a line each, the values in which whoever does the same work must agree.

// As the command does, and as the allocators of the peers do.
Memory.keepFreedMemory()
do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  let work = try Work(arguments)
  for line in try work.run() { print(line) }
} catch {
  print(error)
  print(Work.usage)
  throw error
}
