import Foundation
import HTTPClient
import ProgramTesting
import TestSupport

/// A headless Chromium, driven by the WebDriver protocol (W3C) through chromedriver. Both end with it.
final class Browser {
    struct Failed: Error, CustomStringConvertible { let description: String }

    private static func found(_ names: String...) -> String? {
        names.flatMap { name in ["/usr/bin/\(name)", "/usr/local/bin/\(name)"] }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    private static let chromium = found("chromium", "google-chrome")
    private static let driver = found("chromedriver")

    /// Why there is no browser here; `nil` when there is one.
    static var reason: String? {
        chromium != nil && driver != nil ? nil : "chromium and chromedriver are missing; script/setup installs them"
    }

    private let files: TemporaryDirectory
    private let program: RunningProgram
    private let client = HTTPClient()
    private var base = ""

    init() async throws {
        files = try TemporaryDirectory()
        program = try RunningProgram(
            Self.driver ?? "", ["--port=0"], output: files.file("output"), errors: files.file("errors"))
        var port: Substring?
        while port == nil {
            if program.endedSoFar() != nil { throw Failed(description: "chromedriver did not start") }
            let text = (try? String(contentsOfFile: files.file("output"), encoding: .utf8)) ?? ""
            port = text.firstMatch(of: /started successfully on port (\d+)/)?.1
            usleep(5000)
        }
        base = "http://127.0.0.1:\(port ?? "")/session"
        let options: [String: Any] = [
            "binary": Self.chromium ?? "",
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--user-data-dir=\(files.file("profile"))", "--disable-background-networking", "--no-first-run",
            ],
        ]
        let session = try await command(
            "POST", "",
            ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"]]]])
        base += "/\((session as? [String: Any])?["sessionId"] as? String ?? "")"
    }

    deinit {
        // Chromedriver leaves Chromium behind unless the session is ended first, also where the test has failed.
        if let url = URL(string: base), let port = url.port,
            let connection = try? RawConnection(host: "127.0.0.1", port: port, owner: files)
        {
            connection.send("DELETE \(url.path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
            _ = try? connection.readAnswer()
        }
        program.send(SIGTERM)
        program.wait()
    }

    /// Sends a command of the protocol and answers its value.
    @discardableResult
    func command(_ method: String, _ path: String, _ body: [String: Any] = [:]) async throws -> Any {
        var request = HTTPClient.Request(method: method, url: base + path)
        if method == "POST" {
            request.headers["Content-Type"] = "application/json"
            request.body = try JSONSerialization.data(withJSONObject: body)
        }
        let response = try await client.send(request)
        let value = response.object["value"] ?? NSNull()
        guard response.status == 200 else {
            throw Failed(description: "\(method) \(path): \((value as? [String: Any])?["message"] ?? response.status)")
        }
        return value
    }

    func open(_ url: String) async throws { try await command("POST", "/url", ["url": url]) }

    /// Runs a function's body in the page.
    @discardableResult
    func run(_ script: String, _ arguments: Any...) async throws -> Any {
        try await command("POST", "/execute/sync", ["script": script, "args": arguments])
    }

    func text(_ script: String) async throws -> String { "\(try await run("return \(script)"))" }
    func number(_ script: String) async throws -> Int {
        (try await run("return \(script)") as? NSNumber)?.intValue ?? -1
    }

    /// Waits until an expression is true.
    func wait(for condition: String, seconds: Double = 120) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            // The page may be a new one at that moment.
            if (try? await run("return Boolean(\(condition))")) as? Bool == true { return }
            try await Task.sleep(for: .milliseconds(30))
        }
        let seen = (try? await text("document.body.innerText.slice(0, 1500)")) ?? ""
        throw Failed(description: "never: \(condition)\n\(seen)")
    }

    /// Presses keys one after the other, as a person does; names as the protocol has them, such as `Key.tab`.
    func press(_ keys: String...) async throws {
        let actions = keys.flatMap { key in
            ["keyDown", "keyUp"].map { ["type": $0, "value": key] }
        }
        try await command(
            "POST", "/actions", ["actions": [["type": "key", "id": "keys", "actions": actions]]])
    }

    func type(_ text: String) async throws {
        for character in text { try await press(String(character)) }
    }

    enum Key {
        static let tab = "\u{E004}", enter = "\u{E007}", space = " ", escape = "\u{E00C}"
        static let down = "\u{E015}", end = "\u{E010}", home = "\u{E011}"
    }

    /// A command of Chromium's own.
    func chromium(_ command: String, _ parameters: [String: Any]) async throws {
        try await self.command("POST", "/goog/cdp/execute", ["cmd": command, "params": parameters])
    }

    func resize(_ width: Int, _ height: Int = 900) async throws {
        try await chromium(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    }

    func prefer(dark: Bool) async throws {
        try await chromium(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
    }

    /// What the page has complained of since it was asked last.
    func complaints() async throws -> [String] {
        let entries = try await command("POST", "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.map { "\($0["message"] ?? "")" }
    }
}
