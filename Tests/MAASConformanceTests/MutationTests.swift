import Foundation
import HTTPServer
import Testing

@testable import MAASConformance

/// A defect put into the emulator's answers, and the cases that must notice it.
struct Mutation: Sendable, CustomTestStringConvertible {
    let name: String
    let cases: String
    let tamper: Emulated.Tamper

    var testDescription: String { name }

    /// Changes answers to requests that match.
    init(
        _ name: String, cases: String, method: String? = nil, path: String = "", query: String = "",
        answer: @escaping @Sendable (HTTPResponse) -> HTTPResponse
    ) {
        self.init(name, cases: cases) { request, respond in
            let response = respond(request)
            let matches =
                (method ?? request.method) == request.method && (path.isEmpty || request.path.contains(path))
                && (query.isEmpty || (request.query ?? "").contains(query))
            return matches ? answer(response) : response
        }
    }

    init(_ name: String, cases: String, tamper: @escaping Emulated.Tamper) {
        (self.name, self.cases, self.tamper) = (name, cases, tamper)
    }

    /// Replaces text in bodies.
    static func text(
        _ name: String, cases: String, method: String? = nil, path: String, query: String = "", _ old: String,
        _ new: String
    ) -> Mutation {
        Mutation(name, cases: cases, method: method, path: path, query: query) { response in
            var changed = response
            let body = String(decoding: response.body, as: UTF8.self)
            guard let pattern = try? Regex(old) else { return response }
            changed.body = Array(body.replacing(pattern, with: { _ in new }).utf8)
            return changed
        }
    }

    static func status(
        _ name: String, cases: String, method: String? = nil, path: String, query: String = "", from: Int,
        to status: Int,
        body: String? = nil
    ) -> Mutation {
        Mutation(name, cases: cases, method: method, path: path, query: query) { response in
            guard response.status == from else { return response }
            var changed = response
            changed.status = status
            if let body { changed.body = Array(body.utf8) }
            return changed
        }
    }

    static let all: [Mutation] = [
        .text(
            "a field of VM hosts is missing", cases: "vmhosts.read.list", path: "/vm-hosts/", "\"storage_pools\"",
            "\"pools\""),
        .text(
            "a ratio is a whole number", cases: "vmhosts.read.object", path: "/vm-hosts/",
            "\"cpu_over_commit_ratio\": 1.0", "\"cpu_over_commit_ratio\": 1"),
        .text(
            "memory is a text", cases: "compose.machine.fields", path: "/machines/", "\"memory\": ([0-9]+)",
            "\"memory\": \"1024\""),
        .text(
            "storage is a whole number", cases: "compose.answer.*", path: "/machines/", "\"storage\": 8000.0",
            "\"storage\": 8000"),
        .text(
            "a composed machine does not name its host", cases: "compose.machine.fields", path: "/machines/",
            "\"pod\":", "\"vm_host\":"),
        .text(
            "a disk is in the wrong pool", cases: "compose.storage.unknown-pool", path: "/machines/",
            "\"storage_pool\": \"[a-z]+\"", "\"storage_pool\": \"other\""),
        .text(
            "a link has no subnet", cases: "interfaces.link.static", path: "/interfaces/", "\"subnet\":", "\"network\":"
        ),
        .text(
            "an auto link shows a null address", cases: "interfaces.link.auto", path: "/interfaces/",
            "\"mode\": \"auto\"", "\"mode\": \"auto\", \"ip_address\": null"),
        .text(
            "a message is worded otherwise", cases: "compose.memory.too-small", path: "/vm-hosts/", "Ensure this value",
            "Make sure the value"),
        .status(
            "compose answers 201", cases: "compose.answer.*", method: "POST", path: "/vm-hosts/", from: 200, to: 201),
        .status(
            "creating a zone answers 201", cases: "inventory.zones.create-and-delete", method: "POST", path: "/zones/",
            from: 200, to: 201),
        .status(
            "DELETE answers 200", cases: "inventory.zones.create-and-delete", method: "DELETE", path: "/zones/",
            from: 204, to: 200),
        .status(
            "a missing host is 410", cases: "vmhosts.read.not-found", path: "/vm-hosts/999999999", from: 404, to: 410),
        .status(
            "a wrong signature is accepted", cases: "protocol.auth.bad-signature", path: "/zones/", from: 401, to: 200,
            body: "[]"),
        .status(
            "a nonce works twice", cases: "protocol.auth.nonce-reuse", path: "/zones/", from: 401, to: 200, body: "[]"),
        .status(
            "plain users may create zones", cases: "protocol.auth.user-rights", method: "POST", path: "/zones/",
            from: 403, to: 200, body: "{}"),
        .status(
            "less than 1024 MiB is accepted", cases: "compose.memory.too-small", method: "POST", path: "/vm-hosts/",
            from: 400, to: 200, body: "{}"),
        .status(
            "a New machine deploys", cases: "machines.life.refusals", method: "POST", path: "/machines/",
            query: "op=deploy", from: 409, to: 200, body: "{}"),
        .status(
            "unknown filters are ignored", cases: "machines.filter.unknown-name", path: "/machines/", from: 400,
            to: 200, body: "[]"),
        .status(
            "unknown endpoints redirect", cases: "protocol.routing.no-trailing-slash", path: "/machines", from: 404,
            to: 302),
        Mutation("JSON is sent as HTML", cases: "vmhosts.read.list", path: "/vm-hosts/") {
            $0.with("Content-Type", "text/html")
        },
        Mutation("405 does not say what is allowed", cases: "protocol.dispatch.method-not-allowed", method: "PATCH") {
            $0.with("Allow", nil)
        },
        Mutation("answers carry no hash", cases: "protocol.answers.hash", path: "/zones/") {
            $0.with("X-MAAS-API-Hash", nil)
        },
        Mutation("a list is wrapped", cases: "vmhosts.read.list", path: "/vm-hosts/") { response in
            var changed = response
            changed.body = Array("{\"vm_hosts\": ".utf8) + response.body + Array("}".utf8)
            return changed
        },
        Mutation("a list is in no order", cases: "vmhosts.read.list", path: "/vm-hosts/") { response in
            var changed = response
            let elements = (try? JSON(parsing: response.body))?.elements ?? []
            changed.body = Array(JSON.array(elements.reversed()).pretty.utf8)
            return changed
        },
        Mutation("filters are ignored", cases: "machines.filter.hostname") { request, respond in
            var request = request
            if request.path.hasSuffix("/machines/"), request.method == "GET" { request.query = nil }
            return respond(request)
        },
        Mutation("nothing is deleted", cases: "machines.delete.gone") { request, respond in
            request.method == "DELETE" && request.path.contains("/machines/")
                ? HTTPResponse(status: 204) : respond(request)
        },
        Mutation("a body is cut short", cases: "vmhosts.read.list", path: "/vm-hosts/") { response in
            var changed = response
            changed.delivery = .truncated(after: response.body.count / 2)
            return changed
        },
        Mutation("the connection is closed", cases: "vmhosts.read.object", method: "GET", path: "/vm-hosts/1") {
            response in
            var changed = response
            changed.delivery = .dropped
            return changed
        },
        Mutation("the host's used does not grow", cases: "service.difference.resources", path: "/vm-hosts/") {
            response in
            var changed = response
            let none = "\"used\": {\"cores\": 0, \"memory\": 0, \"local_storage\": 0}"
            let body = String(decoding: response.body, as: UTF8.self)
            changed.body = Array(body.replacing(/"used": \{[^}]*\}/, with: { _ in none }).utf8)
            return changed
        },
    ]
}

extension HTTPResponse {
    fileprivate func with(_ name: String, _ value: String?) -> HTTPResponse {
        var changed = self
        changed.headers[name] = value
        return changed
    }
}

@Suite("A mutated emulator fails", .serialized)
struct MutationTests {
    @Test("without a mutation the same cases pass")
    func control() async throws {
        let patterns = Set(Mutation.all.map(\.cases)).map(CasePattern.init)
        let summary = try await Emulated().run(try CaseCatalog.builtIn()) { $0.only = patterns }
        for result in summary.results {
            #expect(result.outcome == .passed, "\(result.item.id): \(result.outcome.reasons)")
        }
        #expect(summary.isGood, "\(summary.leftovers)")
    }

    @Test("each defect is reported", arguments: Mutation.all)
    func mutated(mutation: Mutation) async throws {
        let summary = try await Emulated(tamper: mutation.tamper).run(try CaseCatalog.builtIn()) {
            $0.only = [CasePattern(mutation.cases)]
        }
        let failed = summary.results.filter { if case .failed = $0.outcome { true } else { false } }
        #expect(!failed.isEmpty, "nothing failed: \(summary.results.map(\.outcome))")
        #expect(!summary.isGood)
        for result in failed { #expect(!result.outcome.reasons.isEmpty) }
    }
}
