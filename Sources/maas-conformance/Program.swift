import CommandLine
import MAASConformance

@main
struct Program {
    static func main() async {
        await CommandLineTool(
            name: "maas-conformance", version: RunInfo.suiteVersion,
            summary: "Cases that show whether an endpoint behaves like MAAS.",
            discussion: """
                The target comes from --target and --key, or from MAAS_ENDPOINT and MAAS_APIKEY (also MAAS_API_KEY). \
                'run --target mock' runs the service and client cases on a mock inside the program.
                """,
            commands: [
                RunCommand.command, ListCommand.command, CleanCommand.command, DiffCommand.command,
                CaptureCommand.command, ExploreCommand.command, RecordCommand.command, ReplayCommand.command,
            ],
            synonyms: ["test": "run", "start": "run", "check": "run", "cleanup": "clean", "compare": "diff"]
        ).main()
    }
}
