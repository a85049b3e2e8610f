using System.Globalization;
using Portal.Commands;

namespace Portal.Verification;

/// <summary>verify: works out every result of a release again from its downloads alone.</summary>
public static class VerifyCommand
{
    /// <summary>Verifies the releases to be found in a folder or at an address.</summary>
    /// <param name="where">Folder, or address that begins with http:// or https://.</param>
    /// <param name="output">Receives the report.</param>
    /// <param name="error">Receives what could not be read.</param>
    /// <returns><see cref="ExitCode.Good"/> where all that can be recomputed agrees, else <see cref="ExitCode.BadInput"/>.</returns>
    public static int Run(string where, TextWriter output, TextWriter error)
    {
        if (!where.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !where.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            if (!Directory.Exists(where))
            {
                throw new UsageException($"找不到文件夹 {where}。请写网站所在的文件夹、一次发布的数据文件夹，或它们的网址。");
            }

            return Run(new DownloadFolder(where), output, error);
        }

        if (!Uri.TryCreate(where.EndsWith('/') ? where : where + "/", UriKind.Absolute, out Uri? address) || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new UsageException($"“{where}”不是网址，或者带有 ? 或 #。");
        }

        using HttpClient client = DownloadAddress.NewClient();
        return Run(new DownloadAddress(client, address, DownloadAddress.MostBytes), output, error);
    }

    /// <summary>Verifies the releases at a place.</summary>
    public static int Run(IDownloadPlace place, TextWriter output, TextWriter error)
    {
        bool damaged = false;
        long agreeing = 0, open = 0, different = 0;
        try
        {
            foreach (Package package in Package.Find(place))
            {
                try
                {
                    VerifyReport report = Verify(package);
                    report.Print(package, output);
                    agreeing += report.Agreeing;
                    open += report.NotRecomputable;
                    different += report.Different;
                }
                catch (DownloadException one)
                {
                    // The other releases are still verified.
                    error.WriteLine($"发布 {package.Release}（{package.Place.Name}）：{one.Message}");
                    damaged = true;
                }
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"共 {agreeing:N0} 格一致，{open:N0} 格不可复算，{different:N0} 处不一致。容差：相差不超过两数中较大者的 {VerifyReport.Tolerance:R}。"));
        }
        catch (DownloadException none)
        {
            error.WriteLine(none.Message);
            damaged = true;
        }

        return damaged || different > 0 ? ExitCode.BadInput : ExitCode.Good;
    }

    /// <summary>Verifies one release.</summary>
    public static VerifyReport Verify(Package package)
    {
        VerifyReport report = new();
        if (!package.Has("schools"))
        {
            return report;
        }

        Inputs inputs = Inputs.Read(package);
        SecondOpinion opinion = new(inputs);
        CoefficientCheck coefficients = new(package, inputs, opinion, report);
        coefficients.Run();
        EvaluationInputs more = EvaluationInputs.Read(package);
        StandardOpinions standards = new(inputs, more, opinion);
        AttainmentCheck attainment = new(package, inputs, standards, coefficients, report);
        attainment.Run();
        attainment.Exclusions();
        VerdictCheck verdicts = new(package, inputs, more, opinion, standards, coefficients, report);
        verdicts.Schools();
        verdicts.Items();
        verdicts.Gates();
        return report;
    }
}
