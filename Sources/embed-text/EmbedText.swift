import Foundation

/// `embed-text NAME OUTPUT FOLDER FILE…`: writes a Swift file of an enumeration NAME with the text of each file of the folder,
/// and of a script in SQL also the database that it makes, at FILE.image. A build step; text constants compile in no time,
/// where byte arrays (SwiftPM's own embedding) take a minute for 100 kB.
@main
struct EmbedText {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3 else {
            FileHandle.standardError.write(Data("usage: embed-text NAME OUTPUT FOLDER FILE…\n".utf8))
            exit(64)
        }
        var lines = ["enum \(arguments[0]) {", "    static let files: [(path: String, text: String)] = ["]
        for file in arguments.dropFirst(3) {
            let text = try String(contentsOfFile: "\(arguments[2])/\(file)", encoding: .utf8)
            lines.append(constant(file, text))
            if file.hasSuffix(".sql") { lines.append(constant("\(file).image", try DatabaseImage(script: text).text)) }
        }
        lines += [
            "    ]", "", "    static func text(_ path: String) -> String? { files.first { $0.path == path }?.text }",
            "}", "",
        ]
        try lines.joined(separator: "\n").write(toFile: arguments[1], atomically: true, encoding: .utf8)
    }

    private static func constant(_ path: String, _ text: String) -> String {
        // More hash marks than the text has in a row: nothing in it can end the literal or begin an escape.
        var marks = "#"
        while text.contains(marks) { marks += "#" }
        return "        (\"\(path)\", \(marks)\"\"\"\n\(text)\n\"\"\"\(marks)),"
    }
}
