import Foundation

/// What `growth` may say of linear time on a machine that is busy with something else.
public let mostGrowth = 48.0

/// How many times as long something takes for an input that is 16 times as large: about 16 where time is linear, 256
/// where it is quadratic. Of this thread's own processor time the least of several runs counts, and a machine that is
/// busy with something else gets more tries.
public func growth<Input>(of make: (Int) -> Input, body: (Input) throws -> Void) rethrows -> Double {
    let small = make(1000)
    let large = make(16_000)
    var times = (small: Double.infinity, large: Double.infinity)
    for _ in 0..<12 {
        // Four runs in one, since a clock is coarse for short ones.
        times.small = min(times.small, try seconds { for _ in 0..<4 { try body(small) } } / 4)
        times.large = min(times.large, try seconds { try body(large) })
        if times.large / times.small <= mostGrowth { break }
    }
    return times.large / times.small
}

/// What something takes of this thread's own processor time.
public func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = processorTime()
    try body()
    return max(processorTime() - start, 1e-9)
}

private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
