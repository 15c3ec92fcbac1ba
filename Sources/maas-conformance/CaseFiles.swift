import CommandLine
import Foundation
import MAASConformance

/// The suite's cases and those of files that the user names.
enum CaseFiles {
    /// - Throws: `CommandFailure` with exit code 65 when a file cannot be read or is wrong.
    static func catalog(adding files: [String]) throws -> CaseCatalog {
        var catalog = try CaseCatalog.builtIn()
        for file in files {
            try reading(file) { text in catalog = try catalog.adding(text: text, file: file) }
        }
        return catalog
    }

    /// The known deviations of the suite and those of files that the user names.
    /// - Throws: `CommandFailure` with exit code 65 when a file cannot be read or is wrong.
    static func deviations(adding files: [String]) throws -> Deviations {
        var deviations = try Deviations.builtIn()
        for file in files {
            let name = URL(filePath: file).deletingPathExtension().lastPathComponent
            try reading(file) { text in try deviations.add(text: text, version: name, file: file) }
        }
        return deviations
    }

    /// Rules for differences that are expected.
    /// - Throws: `CommandFailure` with exit code 65 when a file cannot be read or is wrong.
    static func known(_ files: [String]) throws -> KnownDifferences {
        var known = KnownDifferences()
        for file in files { try reading(file) { text in try known.add(text: text, file: file) } }
        return known
    }

    private static func reading(_ file: String, _ use: (String) throws -> Void) throws {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw CommandFailure(.dataError, "\(file) cannot be read: \(FileProblem(error))")
        }
        do {
            try use(text)
        } catch let error as CaseFileError {
            throw CommandFailure(.dataError, "\(error)")
        }
    }
}
