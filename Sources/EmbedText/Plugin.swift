import Foundation
import PackagePlugin

/// Puts the conformance suite's data into the program: every JSON file under `conformance/` becomes a text constant.
@main
struct EmbedText: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "conformance")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") }.sorted()
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedCases.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files of conformance/",
                executable: try context.tool(named: "embed-text").url,
                arguments: [output.path, folder.path] + files,
                inputFiles: files.map { folder.appending(path: $0) }, outputFiles: [output])
        ]
    }
}
