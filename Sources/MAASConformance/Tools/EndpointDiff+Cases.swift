import Foundation
import HTTPClient

/// The requests of the read-only profile, refusals included.
extension EndpointDiff {
    /// What happened in a region is none of its inventory, and neither is where it can be reached.
    private static let leftOut = ["events/", "openapi.yaml"]

    /// The plain GET requests of cases that change nothing, as far as they need nothing that an earlier step found.
    func requests(of catalog: CaseCatalog, _ surroundings: Surroundings) throws -> [WireRequest] {
        let variables = Self.variables(surroundings)
        let builder = HTTPRequestBuilder(maas: left, variables: variables)
        var seen: Set<String> = []
        var found: [WireRequest] = []
        for item in catalog.cases where !item.writes && item.versions.contains(surroundings.version) {
            guard case .wire(let steps) = item.body else { continue }
            for step in steps where step.versions.contains(surroundings.version) {
                let request = step.request
                guard request.method == "GET", request.sender == .admin, request.signature == nil,
                    !Self.leftOut.contains(request.path)
                else { continue }
                do {
                    if seen.insert(try builder.build(request).url).inserted { found.append(request) }
                } catch is Variables.Unknown {
                    continue  // it needs what an earlier step found
                }
            }
        }
        return found
    }

    static func variables(_ surroundings: Surroundings) -> Variables {
        var variables = Variables(prefix: RunOptions.anyPrefix + "diff-", number: 0, runNumber: 0)
        for (name, value) in surroundings.variables { variables[name] = value }
        return variables
    }

    /// The same request to both, with what was found on the left filled in.
    func compare(_ request: WireRequest, _ variables: Variables) async throws -> [Difference] {
        let sent = try HTTPRequestBuilder(maas: left, variables: variables).build(request)
        let name = "GET \(sent.url.dropFirst(left.endpoint.apiRoot.count))"
        return compare(try await answer(left, request, variables), try await answer(right, request, variables), name)
    }

    private func answer(
        _ target: MAASTarget, _ request: WireRequest, _ variables: Variables
    ) async throws -> HTTPClient.Response {
        let built = try HTTPRequestBuilder(maas: target, variables: variables).build(request)
        do {
            return try await target.send(built)
        } catch let error as HTTPClientError {
            throw TargetError(target.redact("GET \(built.url): \(error)\(Remedy.of(error))"))
        }
    }
}
