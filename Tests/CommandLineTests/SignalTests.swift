import CommandLine
import Foundation
import Testing

/// Signals belong to the whole process, so these run one after the other.
@Suite(.serialized) struct SignalTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func aCaughtSignalIsHandedOutInsteadOfKilling(number: Int32) throws {
        try InterruptSignals.catch()
        defer { InterruptSignals.release() }
        kill(getpid(), number)
        #expect(try InterruptSignals.wait() == number)
    }

    @Test func eachSignalIsHandedOutOnce() throws {
        try InterruptSignals.catch()
        defer { InterruptSignals.release() }
        for number in [SIGINT, SIGTERM, SIGTERM] {
            kill(getpid(), number)
            #expect(try InterruptSignals.wait() == number)
        }
    }

    @Test func aTaskCanWait() async throws {
        try InterruptSignals.catch()
        defer { InterruptSignals.release() }
        async let number = InterruptSignals.next()
        kill(getpid(), SIGTERM)
        #expect(try await number == SIGTERM)
    }

    @Test func writingToAClosedPipeGivesAnError() {
        InterruptSignals.ignoreBrokenPipes()
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        var byte: UInt8 = 0
        #expect(write(ends[1], &byte, 1) == -1)
        #expect(errno == EPIPE)
        close(ends[1])
    }
}
