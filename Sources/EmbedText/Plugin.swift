import Foundation
import PackagePlugin

/// Puts text files into a program: the conformance suite's cases, the emulator's page, and what both halves of the server
/// have as JSON or SQL beside their sources. Every file of the folder becomes a text constant.
@main
struct EmbedText: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        switch target.name {
        case "MAASConformance":
            let cases = context.package.directoryURL.appending(path: "conformance")
            return [try embed(context, "EmbeddedCases", cases, ["json"])]
        case "MAASEmulator":
            let page = target.directoryURL.appending(path: "Page")
            return [
                try embed(context, "EmbeddedPage", page, ["html", "css", "js", "svg"]),
                try embed(context, "EmbeddedData", target.directoryURL, ["json"]),
            ]
        default: return [try embed(context, "EmbeddedData", target.directoryURL, ["json", "sql"])]
        }
    }

    private func embed(_ context: PluginContext, _ name: String, _ folder: URL, _ endings: [String]) throws -> Command {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { path in endings.contains { path.hasSuffix(".\($0)") } }.sorted()
        let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
        return .buildCommand(
            displayName: "Embedding \(files.count) files of \(folder.lastPathComponent)/",
            executable: try context.tool(named: "embed-text").url,
            arguments: [name, output.path, folder.path] + files,
            inputFiles: files.map { folder.appending(path: $0) }, outputFiles: [output])
    }
}
