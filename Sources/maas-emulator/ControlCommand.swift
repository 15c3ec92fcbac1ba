import CommandLine
import Foundation

/// `maas-emulator control VERB`: the control endpoints from a shell.
enum ControlCommand {
    static let command = Command(
        "control", summary: "tell a running emulator what to do",
        discussion: """
            Where it is comes from --url, or from MAAS_EMULATOR_URL as the file of 'serve --env-file' sets it. What the \
            emulator answers goes to standard output as JSON. Exit code: 0 done, 1 the emulator refused it, 2 nothing \
            answers, 64 wrong usage.

              reset                            back to the inventory it started from
              inventory                        the region as a fixture, with its keys and passwords
              snapshot [NAME]                  take one; without a name list them; 'delete NAME' forgets one
              restore NAME                     everything as it was when that snapshot was taken
              advance SECONDS|next             let time pass; next: until something is due
              clock [real|manual|xN]           how time passes
              fault OPERATION [NAME=VALUE...]  spoil answers, such as
                                               fault VmHostHandler.compose count=1 failure=vm_host_unreachable
              fail STEP [NAME=VALUE...]        let a step of a machine's life fail, such as
                                               fail deploy machine=node01 reason='disk is gone'
              hardware [ADDRESS NAME=VALUE...] the lab's hypervisors, such as hardware 10.10.0.11 reachable=false
              journal [NAME=VALUE...]          requests and answers, such as journal status=404 limit=5
              sandbox [NAME=VALUE...]          another region, such as sandbox clock=manual inventory=@mine.json;
                                               'list' lists them, 'delete ID' removes one
              keys                             of the region; with --export all that the file of 'serve --env-file'
                                               tells a client
              health                           is it up, and what does it hold

            'fault' and 'fail' without arguments list what there is, and 'clear [ID]' takes it away; 'journal clear' \
            empties the journal. Instead of NAME=VALUE a whole JSON object may be given.
            """,
        flags: [url, token, sandbox, caFile, export, published],
        operands: [
            Operand("VERB", help: ControlVerb.allCases.map(\.rawValue).joined(separator: ", ")),
            Operand("ARGUMENT", help: "what the verb takes", count: .any),
        ], action: run)

    private static let url = Flag<String?>(
        "url", "URL", help: "the emulator; MAAS_EMULATOR_URL without it, and 127.0.0.1:5240 without both")
    private static let token = Flag<String?>("token", "TOKEN", help: "MAAS_EMULATOR_CONTROL_TOKEN without it")
    private static let sandbox = Flag<String?>("sandbox", "ID", help: "aim at this sandbox instead of the main region")
    private static let caFile = Flag<String?>(
        "ca-file", "FILE", help: "PEM file of the authorities to trust, for https")
    private static let export = Flag<Bool>(
        "export", help: "print the keys of the region, or of a new sandbox, as lines for a shell's eval")
    private static let published = Flag<String?>(
        "as", "URL",
        help: "name this URL in --export, where clients reach the emulator by another one than --url; "
            + "MAAS_EMULATOR_PUBLISHED_URL without it")

    @Sendable private static func run(_ values: ParsedValues) async throws -> ExitCode {
        let word = values.operands[0]
        let verb: ControlVerb
        do {
            verb = try ControlVerb(flagText: word)
        } catch {
            throw UsageError("VERB: \(error)")
        }
        let request = try verb.request(Array(values.operands.dropFirst()))
        let exports = try values[export]
        if exports, verb != .keys, request.method != "POST" || verb != .sandbox {
            throw UsageError(flag: export.name, "goes with 'keys', and with 'sandbox' that makes one")
        }
        if !exports, values.isGiven(published) { throw UsageError(flag: published.name, "goes with --export") }
        let connection = ControlConnection(
            url: try values[url], token: try values[token], sandbox: try values[sandbox], caFile: try values[caFile])
        let body = try await connection.send(request)
        guard exports else {
            StandardStream.output.write(String(decoding: body, as: UTF8.self))
            return .success
        }
        let clients = try connection.published(as: values[published])
        StandardStream.output.write(try exported(body, clients.endpoint, token: verb == .keys ? clients.token : nil))
        return .success
    }

    /// Keys under the names that clients read.
    private static func exported(_ body: Data, _ endpoint: String, token: String?) throws -> String {
        let members = try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
        let contents = EnvironmentFile.Contents(
            endpoint: endpoint, adminKey: members["admin_api_key"] as? String,
            userKey: members["user_api_key"] as? String, controlToken: token)
        var lines = try contents.variables.filter { $0.name != "MAAS_EMULATOR_PID" }
            .map { try EnvironmentFile.line($0.name, $0.value, .shell) }
        if let id = members["id"] as? String {
            lines.append(try EnvironmentFile.line("MAAS_EMULATOR_SANDBOX", id, .shell))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
