import Foundation
import HTTPClient
import MAASClient

/// Sends the same read-only requests to two endpoints and shows what differs.
public struct EndpointDiff: Sendable {
    /// One value that differs; `nil` where one side has nothing there.
    public struct Difference: Sendable, Equatable {
        /// `GET machines/`.
        public let request: String
        /// Where: `status`, `header Content-Type`, or a path into the JSON such as `[hostname=a].memory`.
        public let place: String
        /// What the first endpoint has there, as JSON.
        public let left: String?
        /// What the second endpoint has there, as JSON.
        public let right: String?
    }

    /// What came of a comparison.
    public struct Result: Sendable {
        /// How many requests each endpoint was sent.
        public var requests = 0
        /// In the order of the requests.
        public var differences: [Difference] = []
    }

    /// What differs between any two answers: times, the ids of what is counted up, and whether services run.
    public static let volatile: Set<String> = [
        "last_sync", "next_sync", "created", "updated", "last_deployed", "current_commissioning_result_id",
        "current_testing_result_id", "current_installation_result_id", "status_message", "status_action",
        "virtualmachine_id", "service_set", "last_seen",
    ]

    let left: MAASTarget
    let right: MAASTarget
    private let catalog: CaseCatalog?
    private let ignored: Set<String>

    /// - Parameters:
    ///   - left: the endpoint that a difference is measured from; what cases need is looked for there.
    ///   - right: the endpoint that is held against it.
    ///   - catalog: cases whose read-only requests are sent as well.
    ///   - ignored: keys whose values may differ.
    public init(
        _ left: MAASTarget, _ right: MAASTarget, catalog: CaseCatalog? = nil,
        ignoring ignored: Set<String> = EndpointDiff.volatile
    ) {
        self.left = left
        self.right = right
        self.catalog = catalog
        self.ignored = ignored
    }

    /// - Parameter skipping: patterns of requests that are not sent, such as `events/*`.
    /// - Throws: `TargetError` when an endpoint gives no answer at all.
    public func run(skipping: [CasePattern] = []) async throws -> Result {
        var result = Result()
        var paths = try await collections()
        var index = 0
        while index < paths.count {
            let path = paths[index]
            index += 1
            if skipping.contains(where: { $0.matches(path) }) { continue }
            let (a, b) = (try await answer(left, path), try await answer(right, path))
            result.requests += 1
            result.differences += compare(a, b, "GET \(path)")
            paths += items(a, b, path)
        }
        guard let catalog else { return result }
        let surroundings = try await Probe(target: left, allowance: Allowance()).surroundings()
        for request in try requests(of: catalog, surroundings)
        where !skipping.contains(where: { $0.matches(request.path) }) {
            result.requests += 1
            result.differences += try await compare(request, Self.variables(surroundings))
        }
        return result
    }

    /// The items that both have, read one by one.
    private func items(_ a: HTTPClient.Response, _ b: HTTPClient.Response, _ path: String) -> [String] {
        func ids(_ response: HTTPClient.Response) -> [String] {
            ((try? JSON(parsing: response.body))?.elements ?? []).compactMap { $0["id"]?.plain }
        }
        let shared = ids(a).filter(ids(b).contains)
        return shared.flatMap { id in (Self.parts[path] ?? []).map { path + $0.replacing("%", with: id) } }
    }

    func answer(_ target: MAASTarget, _ path: String) async throws -> HTTPClient.Response {
        var headers = HTTPClient.Headers()
        headers["Authorization"] = OAuthSigner(target.key).authorization()
        do {
            return try await target.send(.init(url: target.endpoint.apiRoot + path, headers: headers))
        } catch let error as HTTPClientError {
            throw TargetError("\(target.endpoint): GET \(path): \(error)\(Remedy.of(error))")
        }
    }

    func compare(_ a: HTTPClient.Response, _ b: HTTPClient.Response, _ request: String) -> [Difference] {
        var found: [Difference] = []
        func note(_ place: String, _ left: String?, _ right: String?) {
            if left != right { found.append(Difference(request: request, place: place, left: left, right: right)) }
        }
        note("status", String(a.status), String(b.status))
        for header in ["Content-Type", "Allow", "WWW-Authenticate", "Retry-After"] {
            note("header \(header)", a.headers[header], b.headers[header])
        }
        guard let left = try? JSON(parsing: a.body), let right = try? JSON(parsing: b.body) else {
            note("body", a.text, b.text)
            return found
        }
        compare(left, right, "", note)
        return found
    }

    private func compare(_ a: JSON, _ b: JSON, _ path: String, _ note: (String, String?, String?) -> Void) {
        switch (a, b) {
        case (.object(let left), .object(let right)):
            let keys = left.map(\.key) + right.map(\.key).filter { a[$0] == nil }
            // Secrets are each region's own, and none of a report's.
            for key in keys where !ignored.contains(key) && !Redactor.isSecret(key) {
                let place = path.isEmpty ? key : "\(path).\(key)"
                guard let x = a[key], let y = b[key] else {
                    note(place, a[key]?.written, b[key]?.written)
                    continue
                }
                compare(x, y, place, note)
            }
        case (.array(let left), .array(let right)):
            let (lefts, rights) = (keyed(left), keyed(right))
            for (key, x) in lefts {
                let place = "\(path)[\(key)]"
                guard let y = rights.first(where: { $0.0 == key })?.1 else {
                    note(place, x.written, nil)
                    continue
                }
                compare(x, y, place, note)
            }
            for (key, y) in rights where !lefts.contains(where: { $0.0 == key }) {
                note("\(path)[\(key)]", nil, y.written)
            }
        default: note(path, a.written, b.written)
        }
    }

    /// Elements by what names them, so that one more on one side does not shift all the others.
    private func keyed(_ elements: [JSON]) -> [(String, JSON)] {
        for key in ["system_id", "hostname", "username", "cidr", "start_ip", "ip", "start", "name", "id"] {
            let names = elements.compactMap { $0[key]?.plain }
            if names.count == elements.count, Set(names).count == names.count {
                return zip(names, elements).map { ("\(key)=\($0)", $1) }
            }
        }
        let texts = elements.compactMap(\.text)
        // Lists of texts, such as tags, are sets in MAAS.
        if texts.count == elements.count { return texts.sorted().map { ($0, .string($0)) } }
        return elements.enumerated().map { (String($0.offset), $0.element) }
    }
}
