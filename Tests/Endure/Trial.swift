import CommandLine
import Foundation
import ProgramTesting
import TestSupport

/// One form of endurance.
protocol Trial: Sendable {
    /// Prints figures, and answers what it found that must not be.
    func run() async throws -> [String]
}

/// How a trial is to be run.
struct Terms: Sendable {
    let seed: UInt64
    /// Rounds, seconds, requests or connections.
    let amount: Int
    /// The number of the first request.
    let first: Int
    let executable: String?
    let isShort: Bool
    /// Whether single requests are printed.
    let shows: Bool

    func start(_ arguments: String...) throws -> RunningEmulator {
        try RunningEmulator(with: ["--log", "off"] + arguments, executable: executable)
    }

    /// Random numbers for one part of a trial.
    func generator(_ part: Int) -> SeededGenerator {
        SeededGenerator(seed: seed &+ UInt64(truncatingIfNeeded: part) &* 0xD134_2543_DE82_EF95)
    }
}

/// Prints a line at once.
func say(_ line: String) { StandardStream.output.write(line + "\n") }

/// What the system knows of a process.
struct ProcessFigures {
    /// Of memory, in MiB.
    let resident: Int
    let peak: Int
    let files: Int

    init(_ emulator: RunningEmulator) {
        let process = "/proc/\(emulator.program.processID)"
        let status = (try? String(contentsOfFile: "\(process)/status", encoding: .utf8)) ?? ""
        func mebibytes(_ name: String) -> Int {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
            return (line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0) / 1024
        }
        resident = mebibytes("VmRSS")
        peak = mebibytes("VmHWM")
        files = (try? FileManager.default.contentsOfDirectory(atPath: "\(process)/fd").count) ?? 0
    }
}

extension RunningEmulator {
    /// How it ended, or nothing while it runs; with the last of what it said.
    var end: String? {
        program.endedSoFar().map { "the emulator ended by itself: \($0)\n\(errors.suffix(4000))" }
    }
}

extension SeededGenerator {
    mutating func chance(_ percent: Int) -> Bool { next(below: 100) < percent }

    /// One of several, which must not be none.
    mutating func one<Element>(of elements: [Element]) -> Element { elements[next(below: elements.count)] }
}
