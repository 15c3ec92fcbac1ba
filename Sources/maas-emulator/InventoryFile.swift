import CommandLine
import Foundation
import MAASEmulator

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

    /// A fixture, with all that it includes.
    /// - Throws: `CommandFailure` with exit code 65 when it cannot be read, or includes what cannot be.
    static func fixture(_ path: String) throws -> FixtureFile {
        do {
            return try FixtureFile(path: path)
        } catch let error as FixtureError {
            throw CommandFailure(.dataError, "\(error)")
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
