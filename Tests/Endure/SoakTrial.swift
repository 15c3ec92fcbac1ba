import Foundation
import ProgramTesting
import TestSupport

/// Steady use with time that runs fast, and what it leaves behind.
struct SoakTrial: Trial {
    let terms: Terms
    private static let clients = 4
    private static let samples = 20

    func run() async throws -> [String] {
        let files = try TemporaryDirectory()
        let database = files.file("region.sqlite")
        let emulator = try terms.start("--database", database, "--clock", "x60")
        try await LoadClient.prepare(emulator.api)
        let board = LoadBoard()
        let clients = (0..<Self.clients).map { number in
            LoadClient(api: emulator.api, board: board, random: terms.generator(number))
        }
        var resident: [Int] = []
        var opened: [Int] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in clients { group.addTask { await client.run(pause: 10) } }
            for sample in 1...Self.samples {
                try await Task.sleep(for: .seconds(Double(terms.amount) / Double(Self.samples)))
                let figures = ProcessFigures(emulator)
                resident.append(figures.resident)
                opened.append(figures.files)
                if let end = emulator.end { board.find(end) }
                let events = try await emulator.admin("GET", "events/?op=query&limit=1").object["count"] ?? "?"
                if !terms.isShort || sample == Self.samples {
                    say(
                        "soak: \(terms.amount * sample / Self.samples) s, \(board.figures.answers) answers, "
                            + "\(figures.resident) MiB, \(figures.files) files open, "
                            + "database \(size(of: database)) KiB, latest event \(events)")
                }
            }
            board.stops()
            try await group.waitForAll()
        }
        if emulator.stop() != .code(0) { board.find("it did not end as it should") }
        return board.findings + grown("memory in MiB", resident, least: 32) + grown("files open", opened, least: 8)
    }

    /// What the last quarter has more than the second, by a third and more than `least`.
    private func grown(_ what: String, _ samples: [Int], least: Int) -> [String] {
        guard !terms.isShort else { return [] }
        let quarter = samples.count / 4
        let before = samples[quarter..<(2 * quarter)].max() ?? 0
        let after = samples.suffix(quarter).max() ?? 0
        return after > before + max(before / 3, least) ? ["\(what) grew from \(before) to \(after)"] : []
    }

    private func size(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? Int ?? 0) / 1024
    }
}
