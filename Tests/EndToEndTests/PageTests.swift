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

    @Test(.enabled(if: Browser.reason == nil, Comment(rawValue: Browser.reason ?? "")), .endsHangs)
    func timeAndWhatGoesWrong() async throws {
        let page = PageDriver(browser: try await Browser(), emulator: try RunningEmulator("--clock", "manual"))
        try await page.browser.resize(1400)
        try await page.open()
        try await page.quiet()
        try await page.statusFilter()
        try await page.ownFailures()
        try await page.overCommitted()
        try await page.motion()
        try await page.clock()
        #expect(try await page.browser.complaints() == [])
        try await page.token()
        try await page.tenThousand()
    }

    @Test(
        .enabled(if: Browser.reason == nil, Comment(rawValue: Browser.reason ?? "")),
        .enabled(if: Axe.reason == nil, Comment(rawValue: Axe.reason ?? "")), .endsHangs)
    func axeFindsNothing() async throws {
        let page = PageDriver(browser: try await Browser(), emulator: try RunningEmulator("--clock", "manual"))
        try await page.browser.resize(1400)
        try await page.open()
        try await page.rules()
    }
}
