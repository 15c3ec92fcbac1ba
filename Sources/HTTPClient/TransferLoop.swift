import CCurl
import Foundation
import Synchronization

/// The thread that carries the transfers: libcurl's multi interface, which also keeps the connections.
final class TransferLoop: Sendable {
    /// libcurl allows any thread to call `curl_multi_wakeup`; everything else happens on the loop's own thread, and
    /// the handle is freed only after it was taken out of the inbox under its lock.
    private struct Multi: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    /// Transfers are handed over whole, from the caller to the loop's thread, under the inbox's lock.
    private struct Submitted: @unchecked Sendable {
        let transfer: Transfer
    }

    private struct Inbox {
        var lastID: UInt64 = 0
        var multi: Multi?
        var submitted: [Submitted] = []
        var cancelled: [UInt64] = []
        var stopping = false

        func wake() {
            if let multi { curl_multi_wakeup(multi.pointer) }
        }
    }

    private let inbox = Mutex(Inbox())
    private let configuration: HTTPClient.Configuration
    /// libcurl wants this once, before anything else and on one thread.
    private static let initialised = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    init(configuration: HTTPClient.Configuration) {
        self.configuration = configuration
        _ = Self.initialised
    }

    func newID() -> UInt64 {
        inbox.withLock { inbox in
            inbox.lastID += 1
            return inbox.lastID
        }
    }

    func submit(_ transfer: sending Transfer) {
        let submitted = Submitted(transfer: transfer)
        let refused = inbox.withLock { inbox in
            guard !inbox.stopping, startIfNeeded(&inbox) else { return true }
            inbox.submitted.append(submitted)
            inbox.wake()
            return false
        }
        if refused { submitted.transfer.fail(.closed) }
    }

    func cancel(_ id: UInt64) {
        inbox.withLock { inbox in
            inbox.cancelled.append(id)
            inbox.wake()
        }
    }

    func stop() {
        inbox.withLock { inbox in
            inbox.stopping = true
            inbox.wake()
        }
    }

    private func startIfNeeded(_ inbox: inout Inbox) -> Bool {
        if inbox.multi != nil { return true }
        guard let pointer = curl_multi_init() else { return false }
        let multi = Multi(pointer: pointer)
        ccurl_multi_set_long(pointer, CURLMOPT_MAXCONNECTS, configuration.transfers)
        inbox.multi = multi
        let thread = Thread { self.run(multi) }
        thread.name = "http-client"
        thread.stackSize = 512 * 1024
        thread.start()
        return true
    }

    private func run(_ multi: Multi) {
        var carrier = Carrier(multi: multi.pointer, configuration: configuration)
        while true {
            let (submitted, cancelled, stopping) = inbox.withLock { inbox in
                defer {
                    inbox.submitted = []
                    inbox.cancelled = []
                    if inbox.stopping { inbox.multi = nil }
                }
                return (inbox.submitted, inbox.cancelled, inbox.stopping)
            }
            carrier.waiting += submitted.map(\.transfer)
            if stopping { break }
            for id in cancelled { carrier.cancel(id) }
            carrier.advance()
            // Woken by `curl_multi_wakeup`, by traffic, or when one of libcurl's own timers is due.
            curl_multi_poll(multi.pointer, nil, 0, 60_000, nil)
        }
        carrier.end()
        curl_multi_cleanup(multi.pointer)
    }
}

/// What the loop's thread holds: transfers that wait or are under way, and idle handles.
private struct Carrier {
    let multi: UnsafeMutableRawPointer
    let configuration: HTTPClient.Configuration
    var waiting: [Transfer] = []
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    private var idle: [UnsafeMutableRawPointer] = []

    init(multi: UnsafeMutableRawPointer, configuration: HTTPClient.Configuration) {
        self.multi = multi
        self.configuration = configuration
    }

    /// Starts what may start, moves bytes, and finishes what is over.
    mutating func advance() {
        repeat {
            start()
            var running: Int32 = 0
            curl_multi_perform(multi, &running)
        } while collect() && !waiting.isEmpty
    }

    mutating func cancel(_ id: UInt64) {
        if let index = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: index).fail(.cancelled)
        } else if let (handle, transfer) = active.first(where: { $0.value.id == id }) {
            release(handle)
            transfer.fail(.cancelled)
        }
    }

    mutating func end() {
        for transfer in waiting { transfer.fail(.closed) }
        waiting = []
        for (handle, transfer) in active {
            release(handle)
            transfer.fail(.closed)
        }
        for handle in idle { curl_easy_cleanup(handle) }
    }

    private mutating func start() {
        while !waiting.isEmpty, active.count < configuration.transfers {
            let transfer = waiting.removeFirst()
            guard let handle = idle.popLast() ?? curl_easy_init() else {
                transfer.fail(.failed("libcurl has no handle to give"))
                continue
            }
            transfer.prepare(handle, configuration)
            active[handle] = transfer
            curl_multi_add_handle(multi, handle)
        }
    }

    /// True when a transfer was finished, so that another may start.
    private mutating func collect() -> Bool {
        var finished = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            guard let transfer = active[handle] else { continue }
            transfer.finish(code)
            release(handle)
            finished = true
        }
        return finished
    }

    /// Takes a handle out of use; its settings go, its connections stay with the multi handle.
    private mutating func release(_ handle: UnsafeMutableRawPointer) {
        curl_multi_remove_handle(multi, handle)
        curl_easy_reset(handle)
        active[handle] = nil
        idle.append(handle)
    }
}
