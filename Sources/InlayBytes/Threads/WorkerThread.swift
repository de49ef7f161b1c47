#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One POSIX thread.
@safe
final class WorkerThread {
  private var handle = pthread_t(bitPattern: 0)
  private let isRunning: Bool

  /// Starts a thread; where the system refuses one, the work is done at once by the caller.
  ///
  /// Who may stop the caller may stop the thread.
  init(_ body: @escaping @Sendable () -> Void) {
    let (cancellation, gate) = (Cancellation.current, System.gate)
    let inherited: @Sendable () -> Void = {
      System.$gate.withValue(gate) { Cancellation.$current.withValue(cancellation, operation: body) }
    }
    let box = unsafe Unmanaged.passRetained(Body(inherited))
    let status = unsafe pthread_create(&handle, nil, Self.main, box.toOpaque())
    isRunning = status == 0
    if !isRunning { unsafe box.takeRetainedValue().run() }
  }

  /// Waits until the thread has ended.
  func join() {
    guard isRunning else { return }
    #if canImport(Darwin)
    if let handle { unsafe pthread_join(handle, nil) }
    #else
    pthread_join(handle, nil)
    #endif
  }

  /// Lets the thread end on its own.
  func forget() {
    guard isRunning else { return }
    #if canImport(Darwin)
    if let handle { unsafe pthread_detach(handle) }
    #else
    pthread_detach(handle)
    #endif
  }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  #if canImport(Darwin)
  private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    argument in
    unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }
  #else
  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    if let argument = unsafe argument {
      unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
    }
    return nil
  }
  #endif
}
