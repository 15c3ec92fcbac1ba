import Foundation
import HTTPClient
import HTTPServer
import MAASClient
import MAASEmulator
import MAASRegion

/// An emulated region as a transport: the client's requests are answered within the process, without a socket.
final class EmulatedMAAS: Transport {
    /// The releases of MAAS that there are.
    typealias Release = MAASVersion

    let region: Region
    private let key: APIKey

    init(_ version: MAASVersion = .v3_7) throws {
        var options = Region.Options()
        options.clock = .manual
        options.version = version
        region = try Region(options)
        key = try APIKey(try region.apiKey(admin: true) ?? "")
    }

    var client: MAASClient { MAASClient(transport: self, apiKey: key) }

    func send(_ request: HTTPClient.Request) async throws -> HTTPClient.Response {
        let url = URLComponents(string: request.url)
        var fields = HTTPFields()
        for field in request.headers.all { fields.append(field.name, field.value) }
        fields.append("Host", url?.host ?? "")
        let answer = region.respond(
            to: HTTPRequest(
                method: request.method, path: url?.percentEncodedPath ?? "", query: url?.percentEncodedQuery,
                headers: fields, body: Array(request.body ?? Data())))
        var headers = HTTPClient.Headers()
        for field in answer.headers.all { headers.append(field.name, field.value) }
        return HTTPClient.Response(status: answer.status, headers: headers, body: Data(answer.body))
    }
}
