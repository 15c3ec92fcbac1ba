import Foundation

/// `embed-text OUTPUT FOLDER FILE…`: writes a Swift file with the text of each file of the folder. A build step; text
/// constants compile in no time, where byte arrays (SwiftPM's own embedding) take a minute for 100 kB.
@main
struct EmbedText {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else {
            FileHandle.standardError.write(Data("usage: embed-text OUTPUT FOLDER FILE…\n".utf8))
            exit(64)
        }
        var lines = ["enum EmbeddedCases {", "    static let files: [(path: String, text: String)] = ["]
        for file in arguments.dropFirst(2) {
            let text = try String(contentsOfFile: "\(arguments[1])/\(file)", encoding: .utf8)
            // More hash marks than the text has in a row: nothing in it can end the literal or begin an escape.
            var marks = "#"
            while text.contains(marks) { marks += "#" }
            lines.append("        (\"\(file)\", \(marks)\"\"\"\n\(text)\n\"\"\"\(marks)),")
        }
        lines += ["    ]", "}", ""]
        try lines.joined(separator: "\n").write(toFile: arguments[0], atomically: true, encoding: .utf8)
    }
}
