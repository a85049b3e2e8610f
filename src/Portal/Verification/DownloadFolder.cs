using System.Net;

namespace Portal.Verification;

/// <summary>The downloads cannot be read; the message says which file and why, in Chinese.</summary>
public sealed class DownloadException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A place with downloads: a folder on this machine, or an address.</summary>
public interface IDownloadPlace
{
    /// <summary>Name in messages.</summary>
    string Name { get; }

    /// <summary>Opens a file below the place, or returns null where there is none.</summary>
    /// <exception cref="DownloadException">It is there and cannot be read.</exception>
    Stream? Open(string path);

    /// <summary>A place below this one.</summary>
    IDownloadPlace Below(string folder);

    /// <summary>Names of the folders directly below; empty where they cannot be listed.</summary>
    IReadOnlyList<string> Folders { get; }
}

/// <summary>Downloads in a folder.</summary>
public sealed class DownloadFolder(string folder) : IDownloadPlace
{
    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(f => Path.GetFileName(f)!).Where(n => !n.StartsWith('.')).Order(StringComparer.Ordinal)]
        : [];

    /// <inheritdoc/>
    public IDownloadPlace Below(string folder) => new DownloadFolder(Path.Combine(Name, folder));

    /// <inheritdoc/>
    public Stream? Open(string path)
    {
        string file = Path.Combine(folder, path);
        try
        {
            return File.Exists(file) ? File.OpenRead(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException($"{file} 读不出来：{e.Message}", e);
        }
    }
}

/// <summary>Downloads at an address. Asks only with GET, only below the address, for a bounded time and a bounded size.</summary>
public sealed class DownloadAddress(HttpClient client, Uri address, long mostBytes) : IDownloadPlace
{
    /// <summary>Longest wait for one file.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Most bytes of one file: the largest table of a national release is far below.</summary>
    public const long MostBytes = 1L << 30;

    /// <inheritdoc/>
    public string Name => address.ToString();

    /// <inheritdoc/>
    public IReadOnlyList<string> Folders => [];

    /// <summary>A client as this place needs it: no redirects to elsewhere, no cookies.</summary>
    public static HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(20) })
        {
            Timeout = Patience,
        };

    /// <inheritdoc/>
    public IDownloadPlace Below(string folder) => new DownloadAddress(client, new Uri(address, folder + "/"), mostBytes);

    /// <inheritdoc/>
    public Stream? Open(string path)
    {
        Uri file = new(address, path);
        if (!file.AbsoluteUri.StartsWith(address.AbsoluteUri, StringComparison.Ordinal))
        {
            throw new DownloadException($"{path} 不在 {address} 之下，没有读。");
        }

        try
        {
            using HttpRequestMessage ask = new(HttpMethod.Get, file);
            HttpResponseMessage answer = client.Send(ask, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                answer.Dispose();
                return null;
            }

            if (answer.StatusCode != HttpStatusCode.OK)
            {
                string status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
                string to = answer.Headers.Location is { } location ? $"，转到 {location}；请直接用那个地址" : "";
                answer.Dispose();
                throw new DownloadException($"{file} 没有给出文件（状态 {status}{to}）。");
            }

            return new BoundedStream(answer.Content.ReadAsStream(), mostBytes, file.ToString(), Patience);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            throw new DownloadException($"{file} 读不到：{e.Message}", e);
        }
    }

    /// <summary>Stops a file that is longer, or takes longer, than a download can.</summary>
    private sealed class BoundedStream(Stream inner, long most, string name, TimeSpan patience) : Stream
    {
        private readonly long start = System.Diagnostics.Stopwatch.GetTimestamp();
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int got;
            try
            {
                got = inner.Read(buffer);
            }
            catch (Exception e) when (e is IOException or HttpRequestException or TaskCanceledException)
            {
                throw new DownloadException($"{name} 只读到一半：{e.Message}", e);
            }

            read += got;
            if (read > most)
            {
                throw new DownloadException($"{name} 太大，读到 {most >> 20} MB 为止，没有再读。");
            }

            return System.Diagnostics.Stopwatch.GetElapsedTime(start) > patience ? throw new DownloadException($"{name} 太慢，没有再等。") : got;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
