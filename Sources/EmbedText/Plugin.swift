import Foundation
import PackagePlugin

/// Puts text files into a program: the conformance suite's data, and the emulator's page. Every file of the folder
/// becomes a text constant.
@main
struct EmbedText: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        if target.name == "MAASEmulator" {
            return [
                try embed(
                    context, "EmbeddedPage", target.directoryURL.appending(path: "Page"), ["html", "css", "js", "svg"])
            ]
        }
        return [
            try embed(context, "EmbeddedCases", context.package.directoryURL.appending(path: "conformance"), ["json"])
        ]
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
