import CommandLine
import MAASEmulator

@main
struct Program {
    static func main() async {
        await CommandLineTool(
            name: "maas-emulator", version: Emulator.version,
            summary: "An HTTP server that answers like a real MAAS region.",
            commands: [
                ServeCommand.command, ControlCommand.command, CheckCommand.command, CoverageCommand.command,
                VersionsCommand.command,
            ],
            synonyms: [
                "start": "serve", "run": "serve", "up": "serve", "server": "serve", "validate": "check",
                "lint": "check", "operations": "coverage",
            ]
        ).main()
    }
}
