import ProgramTesting
import TestSupport
import Testing

/// An endpoint whose certificate nobody vouches for.
@Suite struct TLSRefusalTests {
    @Test(.endsHangs) func everyCommandNamesTheFlagThatHelps() throws {
        let certificate = try SelfSignedCertificate()
        let secure = try RunningEmulator(
            "--log", "off", "--tls-cert", certificate.certificateFile, "--tls-key", certificate.keyFile,
            caFile: certificate.certificateFile)
        let plain = try RunningEmulator("--log", "off")
        let recording = try secure.files.write(
            "recording.jsonl",
            """
            {"recording": 1, "suite": "0.1.0", "endpoint": "http://x/MAAS/", "maas_version": "3.7.3"}
            {"request": {"method": "GET", "path": "version/"}, "answer": {"status": 200, "headers": {}, "text": ""}}

            """)
        let one = ["--target", secure.endpoint, "--key", secure.adminKey]
        let commands: [[String]] = [
            ["run"] + one, ["capture"] + one + ["--out", secure.files.file("captured.json")],
            ["clean", "--run", "abcdef"] + one,
            ["record"] + one + ["--listen", "127.0.0.1:0", "--out", secure.files.file("recorded.jsonl")],
            ["replay", recording] + one,
            ["diff"] + one + ["--target", plain.endpoint, "--key", plain.adminKey],
            ["explore", "--write"] + one + ["--against", plain.endpoint, "--key", plain.adminKey],
        ]
        for command in commands {
            let outcome = try Programs.run("maas-conformance", command)
            #expect(outcome.status == .code(2), "\(command[0]): \(outcome)")
            #expect(outcome.errors.contains("--ca-file names the authorities to trust"), "\(command[0]): \(outcome)")
            #expect(!outcome.errors.contains(secure.adminKey), "\(command[0])")
        }
        let trusted = try Programs.run(
            "maas-conformance",
            ["run"] + one + ["--ca-file", certificate.certificateFile, "--only", "inventory.zones.list"])
        #expect(trusted.status == .code(0), "\(trusted)")
    }
}
