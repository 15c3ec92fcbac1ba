import CommandLine
import Foundation
import MAASConformance

/// The suite's cases and those of files that the user names.
enum CaseFiles {
    /// - Throws: `CommandFailure` with exit code 65 when a file cannot be read or is wrong.
    static func catalog(adding files: [String]) throws -> CaseCatalog {
        var catalog = try CaseCatalog.builtIn()
        for file in files {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw CommandFailure(.dataError, "\(file) cannot be read")
            }
            do {
                catalog = try catalog.adding(text: text, file: file)
            } catch let error as CaseFileError {
                throw CommandFailure(.dataError, "\(error)")
            }
        }
        return catalog
    }
}
