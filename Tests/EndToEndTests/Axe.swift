import Foundation
import ProgramTesting

/// The rules of axe-core (Deque), which a package of PyPI brings; nothing of it is kept in the repository.
enum Axe {
    private static let file = Programs.repository.appending(path: ".build/axe/axe_playwright_python/axe.min.js")

    /// Why its rules cannot be asked here; `nil` when they can.
    static var reason: String? {
        FileManager.default.fileExists(atPath: file.path)
            ? nil : "axe-core is missing; script/setup --with-browser fetches it from PyPI, and said why it could not"
    }

    /// Makes it known to the page that is open.
    static func load(into browser: Browser) async throws {
        try await browser.run(try String(contentsOf: file, encoding: .utf8))
    }

    /// What breaks a rule in what the page shows, with the elements that do.
    static func violations(in browser: Browser) async throws -> [String] {
        let found = try await browser.run(
            """
            return axe.run(document, {resultTypes: ["violations"], preload: false, iframes: false}).then(({violations, passes}) => [
              ...violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(" ")}`),
              ...(passes.length < 10 ? [`only ${passes.length} rules were asked`] : [])]);
            """)
        return found as? [String] ?? ["axe-core answered \(found)"]
    }
}
