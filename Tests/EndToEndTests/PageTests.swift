import Foundation
import HTTPClient
import ProgramTesting
import TestSupport
import Testing

/// The page in a real browser: one session, since starting a browser is what costs.
@Suite struct PageTests {
    @Test(.enabled(if: Browser.reason == nil, Comment(rawValue: Browser.reason ?? "")), .endsHangs)
    func thePageInABrowser() async throws {
        let emulator = try RunningEmulator("--clock", "manual")
        var page = PageDriver(browser: try await Browser(), emulator: emulator)
        try await page.browser.resize(1400)
        try await page.open()
        try await page.machines()
        try await page.hosts()
        try await page.networks()
        try await page.requests()
        try await page.controls()
        try await page.keys()
        try await page.looks()
        try await page.names()
        try await page.harm()
        #expect(try await page.browser.complaints().filter { !$0.contains("status of 404") } == [])
        try await page.loss()
        try await page.thousand()
    }
}
