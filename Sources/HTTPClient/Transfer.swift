import CCurl
import Foundation

/// One request under way. After it was submitted only the loop's thread touches it.
final class Transfer {
    let id: UInt64
    let request: PreparedRequest
    private let continuation: CheckedContinuation<HTTPClient.Response, any Error>
    private var handle: UnsafeMutableRawPointer?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let errorBuffer = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var headers = HTTPClient.Headers()
    private var headerBytes = 0
    private var body = Data()
    private var overflow: Int?
    private var limits = HTTPClient.Configuration()

    init(
        id: UInt64, request: PreparedRequest, continuation: sending CheckedContinuation<HTTPClient.Response, any Error>
    ) {
        self.id = id
        self.request = request
        self.continuation = continuation
        errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        errorBuffer.deallocate()
        curl_slist_free_all(headerList)
    }

    /// What libcurl counts its times in; no more than it can add to the present.
    private func milliseconds(_ seconds: Double) -> Int { min(Int(saturating: seconds * 1000), Int(Int32.max)) }

    /// Sets a handle up for this transfer. The handle points here, so the transfer must outlive its use.
    func prepare(_ handle: UnsafeMutableRawPointer, _ configuration: HTTPClient.Configuration) {
        self.handle = handle
        limits = configuration
        let request = request.request
        ccurl_set_string(handle, CURLOPT_URL, request.url)
        ccurl_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_PATH_AS_IS, 1)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(configuration.connectTimeout))
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds(request.timeout ?? configuration.timeout))
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        if let file = configuration.caFile { ccurl_set_string(handle, CURLOPT_CAINFO, file) }
        if request.onlyOnce { ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, 1) }
        ccurl_set_string(handle, CURLOPT_USERAGENT, configuration.userAgent)
        ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorBuffer)
        setMethod(handle, request)
        for line in self.request.headerLines { headerList = curl_slist_append(headerList, line) }
        ccurl_set_list(handle, CURLOPT_HTTPHEADER, headerList)
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_data_callback(handle, CURLOPT_WRITEFUNCTION, Self.receiveBody)
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_data_callback(handle, CURLOPT_HEADERFUNCTION, Self.receiveHeader)
    }

    /// Answers the caller. To be called once.
    func finish(_ code: CURLcode) {
        guard code == CURLE_OK, let handle else {
            if let overflow { return fail(.answerTooLarge(limit: overflow)) }
            return fail(HTTPClientError(code, detail: String(cString: errorBuffer)))
        }
        var status = 0
        var seconds = 0.0
        ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        ccurl_get_double(handle, CURLINFO_TOTAL_TIME, &seconds)
        continuation.resume(
            returning: HTTPClient.Response(status: status, headers: headers, body: body, seconds: seconds))
    }

    /// Answers the caller with an error. To be called once.
    func fail(_ error: HTTPClientError) { continuation.resume(throwing: error) }

    private func setMethod(_ handle: UnsafeMutableRawPointer, _ request: HTTPClient.Request) {
        if request.body != nil || request.method == "POST" {
            ccurl_set_long(handle, CURLOPT_POST, 1)
            let body = request.body ?? Data()
            ccurl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            // libcurl copies the bytes, as many as the size set before says.
            body.withUnsafeBytes { bytes in
                let start = bytes.baseAddress ?? UnsafeRawPointer(UnsafePointer(errorBuffer))
                ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
            }
        } else if request.method == "HEAD" {
            ccurl_set_long(handle, CURLOPT_NOBODY, 1)
        }
        if !["GET", "POST", "HEAD"].contains(request.method) || (request.body != nil && request.method != "POST") {
            ccurl_set_string(handle, CURLOPT_CUSTOMREQUEST, request.method)
        }
    }

    private static let receiveBody: ccurl_data_callback = { bytes, size, count, context in
        guard let context, let bytes else { return 0 }
        return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            .take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private static let receiveHeader: ccurl_data_callback = { bytes, size, count, context in
        guard let context, let bytes else { return 0 }
        return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            .take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    /// Returns how many bytes were taken; fewer than came make libcurl end the transfer.
    private func take(body bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= limits.answerBytes else {
            overflow = limits.answerBytes
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func take(header bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= limits.headerBytes else {
            overflow = limits.headerBytes
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // The final answer's headers replace those of an interim one (100 Continue).
            headers = HTTPClient.Headers()
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            headers.append(String(line[..<colon]), value)
        }
        return bytes.count
    }
}
