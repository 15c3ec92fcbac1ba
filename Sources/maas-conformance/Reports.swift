import CommandLine
import Foundation
import MAASConformance
import Synchronization

/// The reports of a run: text on standard output, and a file for each `--report`.
final class Reports: Sendable {
    /// Recorders are no Sendable: they are used under the lock only.
    private struct Recorders: @unchecked Sendable {
        var all: [any Recorder] = []
    }

    private let recorders = Mutex(Recorders())
    private let problems = Mutex<[String]>([])

    /// - Throws: `UsageError` for an ending that names no format, or a file that cannot be written: better before
    ///   the run than after it.
    init(files: [String], quiet: Bool) throws {
        var recorders: [any Recorder] = [
            TextRecorder(verbose: !quiet, terminalWidth: Terminal.width) { StandardStream.output.write($0) }
        ]
        for file in files {
            guard Self.canBeWritten(file) else { throw UsageError(flag: "report", "\(file) cannot be written") }
            let save: (String) -> Void = { [weak self] text in self?.save(text, file) }
            switch file.split(separator: ".").last.map({ $0.lowercased() }) {
            case "xml": recorders.append(JUnitRecorder(write: save))
            case "json": recorders.append(JSONRecorder(write: save))
            case "html": recorders.append(HTMLRecorder(write: save))
            case "tap": recorders.append(TAPRecorder(write: save))
            default: throw UsageError(flag: "report", "'\(file)' does not end in .xml, .json, .html or .tap")
            }
        }
        let made = Recorders(all: recorders)
        self.recorders.withLock { $0 = made }
    }

    /// Leaves the file as it is, or away: a run that cannot begin writes no report.
    private static func canBeWritten(_ file: String) -> Bool {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: file, isDirectory: &isFolder) {
            return !isFolder.boolValue && files.isWritableFile(atPath: file)
        }
        guard files.createFile(atPath: file, contents: Data()) else { return false }
        return (try? files.removeItem(atPath: file)) != nil
    }

    func record(_ event: RunEvent) {
        recorders.withLock { recorders in
            for recorder in recorders.all { recorder.record(event) }
        }
    }

    /// - Throws: `CommandFailure` when a report could not be written.
    func check() throws {
        if let problem = problems.withLock({ $0.first }) { throw CommandFailure(.ioError, problem) }
    }

    private func save(_ text: String, _ file: String) {
        do {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        } catch {
            problems.withLock { $0.append("\(file) cannot be written: \(FileProblem(error))") }
        }
    }
}
