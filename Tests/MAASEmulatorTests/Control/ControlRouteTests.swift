import Foundation
import RegionTesting
import Testing

@testable import MAASEmulator

@Suite("The table of control endpoints")
struct ControlRouteTests {
    @Test func everyPathOffersItsMethodsAndNoOther() throws {
        let emulator = try TestEmulator()
        for (pattern, routes) in Dictionary(grouping: ControlRoute.all, by: \.pattern) {
            let path = pattern.replacing(/\{[a-z]+\}/, with: "77")
            let refused = emulator.control("PATCH", path)
            #expect(refused.status == 405, "\(pattern)")
            #expect(refused.response.headers["Allow"] == routes.map(\.method).joined(separator: ", "), "\(pattern)")
            #expect(try refused.string("error") == "PATCH /emulator/\(path) is not offered")
            for route in routes { #expect(emulator.control(route.method, path).status != 405, "\(route.path)") }
        }
    }

    @Test func noTwoRowsAnswerTheSameRequest() {
        let rows = ControlRoute.all.map { "\($0.method) \($0.pattern.replacing(/\{[a-z]+\}/, with: "*"))" }
        #expect(Set(rows).count == rows.count)
    }

    @Test func whatIsInNoRowIsAnsweredByTheListOfSubjects() throws {
        let emulator = try TestEmulator()
        let subjects = ControlRoute.all.compactMap(\.subject)
        for path in ["nonsense", "health/77", "snapshots/77/restore/77", "faults/77/hits"] {
            let unknown = emulator.control("GET", path)
            #expect(unknown.status == 404, "\(path)")
            let named = try #require(try unknown.string("error")).matches(of: /\/emulator\/([a-z]+)(?:,|$)/).map(\.1)
            #expect(Set(named) == Set(subjects), "\(path)")
            #expect(named.count == Set(subjects).count)
        }
    }

    @Test func documentationHasEveryRow() throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).appending(path: "../../../../docs/control.md").standardized,
            encoding: .utf8)
        let documented = page.matches(of: /\| `([A-Z]+ \/emulator\/\S*)` \| (.+?) \|/).map { "\($0.1): \($0.2)" }
        #expect(documented == ControlRoute.all.map { "\($0.method) \($0.path): \($0.about)" })
    }
}
