import Formats
import HTTPServer

/// Finds the row of a request in the table of the control endpoints, and refuses what is in none.
///
/// `?sandbox=ID` aims an endpoint at a sandbox instead of the main region.
struct ControlRouter {
    let emulator: Emulator
    let routes: [ControlRoute]

    init(_ emulator: Emulator, routes: [ControlRoute] = ControlRoute.all) {
        self.emulator = emulator
        self.routes = routes
    }

    func answer(_ request: HTTPRequest) throws -> HTTPResponse {
        let segments = request.path.split(separator: "/").dropFirst().map {
            PercentEncoding.decode($0, plusIsBlank: true)
        }
        let query = Parameters(urlencoded: request.query ?? "")
        let tenant = try tenant(query)
        let there = routes.filter { $0.values(in: segments) != nil }
        guard !there.isEmpty else { throw ControlError.notFound(unknown(request)) }
        // The answer to HEAD is that to GET, of which only the headers are sent.
        let method = request.method == "HEAD" ? "GET" : request.method
        guard let route = there.first(where: { $0.method == method }), let values = route.values(in: segments) else {
            return methodNotAllowed(request, there)
        }
        if let name = query.names.first(where: { $0 != "sandbox" && !route.parameters.contains($0) }) {
            let known = (["sandbox"] + route.parameters).joined(separator: ", ")
            throw ControlError.badRequest("\(name): is no parameter of \(route.path); known are \(known)")
        }
        return try route.handle(
            ControlCall(emulator: emulator, tenant: tenant, request: request, query: query, values: values))
    }

    private func tenant(_ query: Parameters) throws -> Tenant {
        guard let id = query["sandbox"] else { return emulator.main }
        guard let tenant = emulator.sandboxes.find(id) else {
            throw ControlError.notFound("sandbox: there is no \(id)")
        }
        return tenant
    }

    private func unknown(_ request: HTTPRequest) -> String {
        var known: [String] = []
        for subject in routes.compactMap(\.subject) where known.last != "/emulator/\(subject)" {
            known.append("/emulator/\(subject)")
        }
        return "there is no \(request.path); known are \(known.joined(separator: ", "))"
    }

    private func methodNotAllowed(_ request: HTTPRequest, _ there: [ControlRoute]) -> HTTPResponse {
        var response = ControlError(status: 405, message: "\(request.method) \(request.path) is not offered").response
        response.headers["Allow"] = there.map(\.method).joined(separator: ", ")
        return response
    }
}
