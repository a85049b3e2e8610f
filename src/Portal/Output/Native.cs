using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Portal.Output;

/// <summary>The calls of the system that .NET has no name for: exchanging two folders in one step, a second name for a file, and when a file last changed.</summary>
internal static partial class Native
{
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint Exchange = 2; // RENAME_EXCHANGE
    private const int NoSuchCall = 38, InvalidArgument = 22; // ENOSYS; EINVAL: the file system cannot exchange

    /// <summary>Exchanges two folders so that no moment exists in which either name is missing.</summary>
    /// <returns>False where the system or the file system cannot do that; nothing has happened then.</returns>
    public static bool TryExchange(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            if (RenameAt2(CurrentFolder, one, CurrentFolder, other, Exchange) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library older than the call
        }
        int error = Marshal.GetLastPInvokeError();
        if (error is NoSuchCall or InvalidArgument)
        {
            return false;
        }

        throw new IOException($"{one} ↔ {other}: {new Win32Exception(error).Message}");
    }

    /// <summary>Gives an existing file a second name in the other tree.</summary>
    /// <returns>False where that is not possible (other systems, too many names): write a copy then.</returns>
    public static bool TryLink(string existing, string name) =>
        !OperatingSystem.IsWindows() && Link(existing, name) == 0;

    /// <summary>What the file system says of a file, links followed; null where it cannot be asked.</summary>
    public static FileStamp? Stamp(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return StatX(CurrentFolder, path, 0, BasicStats, out Status s) == 0 && (s.Mask & BasicStats) == BasicStats
                ? new FileStamp(((ulong)s.DeviceMajor << 32) | s.DeviceMinor, s.Inode, s.Size, Nanoseconds(s.Written), Nanoseconds(s.Changed))
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // a C library older than the call
        }

        static long Nanoseconds(Moment moment) => (moment.Seconds * 1_000_000_000) + moment.Nanoseconds;
    }

    private const uint BasicStats = 0x7ff; // STATX_BASIC_STATS

    /// <summary>struct statx_timestamp.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Reserved;
    }

    /// <summary>struct statx, which is the same on all processors; fields by their places.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(0)]
        public uint Mask;
        [FieldOffset(32)]
        public ulong Inode;
        [FieldOffset(40)]
        public ulong Size;
        [FieldOffset(96)]
        public Moment Changed;
        [FieldOffset(112)]
        public Moment Written;
        [FieldOffset(136)]
        public uint DeviceMajor;
        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Status status);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
