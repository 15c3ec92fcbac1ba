import CommandLine
import Foundation
import HTTPClient

/// The control endpoints of a running emulator, as flags and environment name them.
struct ControlConnection {
    /// Ends in `/emulator`.
    let url: String
    let token: String?
    let sandbox: String?
    let caFile: String?

    /// Where an emulator is that was started without flags.
    private static let standard = "http://127.0.0.1:5240/emulator"

    init(url: String?, token: String?, sandbox: String? = nil, caFile: String? = nil) {
        var found =
            url ?? Self.variable("MAAS_EMULATOR_URL") ?? Self.variable("MAAS_ENDPOINT") ?? Self.standard
        while found.hasSuffix("/") { found.removeLast() }
        // The endpoint of the API is as good: the control endpoints are beside it.
        if found.hasSuffix("/MAAS") { found.removeLast("/MAAS".count) }
        if !found.hasSuffix("/emulator") { found += "/emulator" }
        self.url = found
        self.token = token ?? Self.variable("MAAS_EMULATOR_CONTROL_TOKEN")
        self.sandbox = sandbox
        self.caFile = caFile
    }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The same emulator by the URL that its clients know, which a container cannot tell from inside.
    func published(as url: String? = nil) -> ControlConnection {
        guard let url = url ?? Self.variable("MAAS_EMULATOR_PUBLISHED_URL") else { return self }
        return ControlConnection(url: url, token: token, sandbox: sandbox, caFile: caFile)
    }

    /// The endpoint of the API beside it.
    var endpoint: String { url.dropLast("/emulator".count) + "/MAAS" }

    /// The answer's body.
    /// - Throws: `CommandFailure` with exit code 2 when there is no answer, 1 when the answer is a refusal.
    func send(_ request: ControlRequest) async throws -> Data {
        var configuration = HTTPClient.Configuration()
        configuration.caFile = caFile
        var sent = HTTPClient.Request(method: request.method, url: url + request.path + query(request))
        if let body = request.body {
            sent.headers["Content-Type"] = "application/json"
            sent.body = try JSONSerialization.data(withJSONObject: body)
        }
        if let token { sent.headers["Authorization"] = "Bearer \(token)" }
        let answer: HTTPClient.Response
        do {
            answer = try await HTTPClient(configuration: configuration).send(sent)
        } catch HTTPClientError.tls(let reason) {
            throw CommandFailure(.cannotWork, "\(url): TLS: \(reason); --ca-file names whom to trust")
        } catch let error as HTTPClientError {
            throw CommandFailure(
                .cannotWork,
                "no emulator answers at \(url): \(error); --url or MAAS_EMULATOR_URL, which is in the file of "
                    + "'serve --env-file', says where it is")
        }
        guard answer.status >= 400 || !(200..<300).contains(answer.status) else { return answer.body }
        throw CommandFailure(.failure, refusal(answer))
    }

    private func query(_ request: ControlRequest) -> String {
        let allowed = CharacterSet.alphanumerics.union(.init(charactersIn: "-._~/"))
        let all = request.query + (sandbox.map { [("sandbox", $0)] } ?? [])
        let pairs = all.map {
            "\($0.name)=\($0.value.addingPercentEncoding(withAllowedCharacters: allowed) ?? $0.value)"
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private func refusal(_ answer: HTTPClient.Response) -> String {
        let body = try? JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
        let said = body?["error"] as? String ?? String(answer.text.prefix(200))
        if answer.status == 401 {
            let what = token == nil ? "wants a token" : "wants another token"
            return "\(url) \(what): --token or MAAS_EMULATOR_CONTROL_TOKEN, as 'serve --control-token' was given"
        }
        if answer.headers["Server"]?.hasPrefix("maas-emulator/") != true {
            return "\(url) is no emulator: it answered \(answer.status)"
        }
        return said.isEmpty ? "the emulator answered \(answer.status)" : said
    }
}
