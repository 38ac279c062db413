import Glibc

/// The processor time of this thread: what a step costs, whatever else the machine is doing.
enum ProcessorTime {
  static var now: Duration {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  static func measure(_ body: () -> Void) -> Duration {
    let start = now
    body()
    return now - start
  }
}
