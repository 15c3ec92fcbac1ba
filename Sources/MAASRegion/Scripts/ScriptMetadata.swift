import Formats

/// What a script says of itself in a comment, between `# --- Start MAAS 1.0 script metadata ---` and
/// `# --- End MAAS 1.0 script metadata ---`, as YAML.
package enum ScriptMetadata {
    package struct Refusal: Error {
        package let message: String
    }

    /// Whether the text begins as something that can be run. An empty one says nothing.
    static func hasShebang(_ text: String) -> Bool { text.isEmpty || text.hasPrefix("#!/") }

    /// The members, in their order; `nil` when there are none.
    package static func read(_ text: String) throws(Refusal) -> YAML.Mapping? {
        let border = #/\s*#\s*-+\s*(?:Start|End) MAAS (\d+\.\d+) script metadata\s+-+/#.ignoresCase()
        var isInside = false
        var yaml = ""
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst() {
            if let version = line.firstMatch(of: border)?.1 {
                if !isInside, version == "1.0" {
                    isInside = true
                } else if isInside, version == "1.0" {
                    break
                }
            } else if isInside, !line.strippedOfBlanks.isEmpty {
                guard let mark = line.firstIndex(of: "#") else {
                    throw Refusal(message: "Missing \"#\" on YAML line.")
                }
                yaml += line[line.index(after: mark)...] + "\n"
            }
        }
        do {
            return try YAML.mapping(yaml)
        } catch {
            throw Refusal(message: "Invalid YAML: \(error.message)")
        }
    }
}
