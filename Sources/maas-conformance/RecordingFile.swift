import CommandLine
import Foundation
import Synchronization

/// A recording while it is written: each line is in the file once it was appended.
final class RecordingFile: Sendable {
    private let path: String
    private let handle: FileHandle
    private let problem = Mutex<String?>(nil)

    /// Begins a file that only its owner reads: what a blanked recording still tells is a team's own affair.
    /// - Throws: `CommandFailure` when it cannot be written.
    init(_ path: String) throws {
        self.path = path
        try PrivateFile.write("", to: path)
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw CommandFailure(.ioError, "\(path) cannot be written")
        }
        self.handle = handle
    }

    func append(_ line: String) {
        do {
            try handle.write(contentsOf: Data(line.utf8))
        } catch {
            problem.withLock { $0 = $0 ?? "\(path) cannot be written: \(FileProblem(error))" }
        }
    }

    /// - Throws: `CommandFailure` when something could not be written.
    func close() throws {
        try? handle.close()
        if let problem = problem.withLock({ $0 }) { throw CommandFailure(.ioError, problem) }
    }
}
