import CommandLine
import Foundation

/// A file that the user named on the command line.
enum InventoryFile {
    /// Its bytes.
    /// - Throws: `CommandFailure` with exit code 65 when it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandFailure(.dataError, "\(path): \(reason(error))")
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard FileManager.default.fileExists(atPath: (error as NSError).userInfo[NSFilePathErrorKey] as? String ?? "")
        else { return "no such file" }
        return "cannot be read"
    }
}
