import Foundation

/// The file of `--env-file`, read as a shell would.
package enum EnvironmentFile {
    package struct Malformed: Error { package let line: String }

    /// - Throws: for a line that is not `export NAME='value'`, and when there is no file.
    package static func read(_ path: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            guard let parts = line.wholeMatch(of: /export (?<name>[A-Z_]+)='(?<value>([^']|'\\'')*)'/) else {
                throw Malformed(line: String(line))
            }
            found[String(parts.name)] = String(parts.value.replacing(#"'\''"#, with: "'"))
        }
        return found
    }
}
